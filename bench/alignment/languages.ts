/** A minute of talk in each of some languages, by voices that are not the reference voice. */
export interface LanguageSample {
  readonly language: string;
  readonly command: 'espeak-ng' | 'text2wave';
  readonly options: readonly string[];
  /** The encoding that the voice wants. */
  readonly encoding?: string;
  readonly text: string;
}

const festival = (voice: string) => ['-eval', `(voice_${voice})`];

export const languageSamples: readonly LanguageSample[] = [
  {
    language: 'cy',
    command: 'espeak-ng',
    options: ['-v', 'cy+f4', '-s', '150', '-p', '70'],
    text: `Croeso i bennod newydd o'n podlediad. Heddiw rydyn ni'n siarad am blant a phobl ifanc yn y sir. Mae gen i westai arbennig gyda fi yn y stiwdio. Mae hi wedi gweithio gyda theuluoedd ers ugain mlynedd. Beth ydy'r peth pwysicaf i rieni ei wybod? Dw i'n meddwl bod gwrando yn bwysicach na siarad. Mae plant yn dweud pethau wrthym ni mewn sawl ffordd. Weithiau maen nhw'n dawel, ac weithiau maen nhw'n grac. Rhaid i ni gymryd amser i ddeall beth sydd y tu ôl i hynny. Ble gall pobl gael mwy o help? Mae rhif ffôn ar ein gwefan, ac mae rhywun yno bob dydd. Diolch yn fawr iawn am ddod aton ni heddiw.`,
  },
  {
    language: 'pl',
    command: 'espeak-ng',
    options: ['-v', 'pl+f2', '-s', '160', '-p', '60'],
    text: `Witamy w nowym odcinku naszego podcastu. Dzisiaj rozmawiamy o tym, jak chronić dzieci w naszym mieście. Jest ze mną gość, który od wielu lat pracuje z rodzinami. Proszę powiedzieć, od czego wszystko się zaczęło? Na początku pracowałem w małej szkole na wsi. Potem zobaczyłem, że wiele rodzin nie wie, gdzie szukać pomocy. Dlatego otworzyliśmy biuro, do którego każdy może przyjść. Najważniejsze jest to, żeby dziecko ktoś wysłuchał. Czasami wystarczy jedna spokojna rozmowa. Co może zrobić sąsiad, który się martwi? Może do nas zadzwonić i nie musi podawać nazwiska. Bardzo dziękuję za tę rozmowę.`,
  },
  {
    language: 'fr',
    command: 'espeak-ng',
    options: ['-v', 'fr-fr+f5', '-s', '165', '-p', '65'],
    text: `Bienvenue dans ce nouvel épisode de notre émission. Aujourd'hui, nous parlons de la protection des enfants. Mon invitée travaille depuis dix ans avec des familles. Pouvez-vous nous dire comment vous avez commencé ? J'étais institutrice dans un petit village au bord de la mer. Un jour, un élève m'a raconté quelque chose de très grave. J'ai compris que je ne savais pas quoi faire. Depuis, j'essaie d'aider ceux qui se posent les mêmes questions. Il faut surtout écouter, sans promettre de garder le secret. Où peut-on trouver de l'aide le soir ou la nuit ? Il y a un numéro gratuit, et quelqu'un répond toujours. Merci beaucoup d'être venue nous voir.`,
  },
  {
    language: 'it',
    command: 'text2wave',
    options: festival('lp_diphone'),
    encoding: 'ISO-8859-1',
    text: `Benvenuti a una nuova puntata del nostro programma. Oggi parliamo di come proteggere i bambini nella nostra regione. La mia ospite lavora da molti anni con le famiglie. Come avete cominciato questo lavoro? All'inizio eravamo soltanto in tre, in una piccola stanza. Poi sono arrivate tante persone che volevano aiutare. La cosa importante è ascoltare prima di giudicare. Un bambino capisce subito se qualcuno ha tempo per lui. Qualche volta basta una domanda semplice. Dove si trova aiuto quando gli uffici sono chiusi? Il nostro telefono risponde anche di notte. Grazie di cuore per essere venuta.`,
  },
  {
    language: 'fi',
    command: 'text2wave',
    options: festival('suo_fi_lj_diphone'),
    encoding: 'ISO-8859-1',
    text: `Tervetuloa uuteen jaksoon. Tänään puhumme siitä, miten lapsia voidaan suojella. Vieraani on tehnyt työtä perheiden kanssa kaksikymmentä vuotta. Miten kaikki alkoi? Olin opettajana pienessä kylässä järven rannalla. Huomasin, että moni vanhempi jäi yksin. Siksi avasimme talon, johon saa tulla ilman aikaa. Tärkeintä on kuunnella eikä kiirehtiä. Lapsi kertoo asiansa, kun hän on valmis. Mistä saa apua illalla tai yöllä? Puhelimeen vastaa aina joku. Kiitos paljon, että tulit.`,
  },
  {
    language: 'cs',
    command: 'text2wave',
    options: festival('czech_ph'),
    encoding: 'ISO-8859-2',
    text: `Vítejte u nového dílu našeho pořadu. Dnes mluvíme o tom, jak chránit děti v našem kraji. Mým hostem je člověk, který s rodinami pracuje už mnoho let. Jak to všechno začalo? Učil jsem na malé škole v horách. Jednou za mnou přišla dívka a prosila o pomoc. Nevěděl jsem, koho mám zavolat. Proto dnes učíme učitele, co mají v takové chvíli dělat. Nejdůležitější je klidně poslouchat. Kde najdou lidé pomoc v noci? Na naší lince je vždycky někdo, kdo má čas. Děkuji vám za rozhovor.`,
  },
];
