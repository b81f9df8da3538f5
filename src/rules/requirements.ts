/**
 * What directories, apps and the law ask of a podcast: 252 requirements, gathered from their published documents in June 2026,
 * and how ppod meets each. Where nothing else is said, a rule enforces it: that rule's `enforces` names it.
 */
export interface Requirement {
  readonly id: string;
  readonly level: 'must' | 'should' | 'may';
  /** Who asks for it, by name. */
  readonly source: string;
  readonly title: string;
  readonly met: Met;
}

export type Met =
  /** The rules whose `enforces` names the requirement; nothing else. */
  | { readonly by: 'rules' }
  /** What ppod writes cannot break it. `test` is a file of test/ and the beginning of a test's name. */
  | { readonly by: 'writer'; readonly test: string }
  /** A key that the author may use. */
  | { readonly by: 'option'; readonly key: string }
  /** Only the live site shows it: `ppod verify` looks. */
  | { readonly by: 'verify' }
  /** Only a person can tell, and why. */
  | { readonly by: 'person'; readonly why: string }
  /** Left out on purpose, and why. */
  | { readonly by: 'nobody'; readonly why: string };

/** `id | level | source | title`, and unless rules enforce it, ` | by: more`. */
const table = `
xml-well-formed | must | RSS 2.0; Apple Podcasts | The feed is well-formed XML. | writer: feed/feed.property whatever text is in whatever field
xml-declaration-first | must | Apple Podcasts | Nothing stands before the XML declaration. | writer: feed/feed begins with the declaration
xml-utf8 | must | Apple Podcasts | The feed is UTF-8 and says so. | writer: feed/feed begins with the declaration
xml-no-bom | should | Apple Podcasts | The feed begins without a byte-order mark. | writer: feed/feed begins with the declaration
xml-legal-chars | must | XML 1.0 | Only characters that XML allows. | writer: feed/feed lose
xml-discouraged-chars | should | XML 1.0; W3C feed validator | No characters that betray a wrong encoding. | writer: feed/feed lose
xml-no-doctype | must | XML 1.0 | No document type, no named entity but the five of XML. | writer: feed/feed.property whatever text is in whatever field
xml-cdata-terminator | must | XML 1.0 | Text cannot end a CDATA section early. | writer: feed/feed of notes end no CDATA section
xml-escape-once | must | RSS Advisory Board | Text is escaped once, never twice. | writer: feed/feed that show how to write a reference keep it
xml-root-rss2 | must | RSS 2.0; Spotify | One show in one RSS 2.0 feed. | writer: feed/feed declares every namespace on the root
xml-ns-itunes | must | Apple Podcasts; PSP-1 | The itunes namespace has its exact address. | writer: feed/feed declares every namespace on the root
xml-ns-podcast | must | Podcasting 2.0 | The podcast namespace has its exact address. | writer: feed/feed declares every namespace on the root
xml-ns-atom | must | PSP-1 | The atom namespace is declared. | writer: feed/feed declares every namespace on the root
xml-ns-content | must | Apple Podcasts; PSP-1 | The content namespace is declared. | writer: feed/feed declares every namespace on the root
xml-conventional-prefixes | should | Podcasting 2.0 | Namespaces have their usual prefixes. | writer: feed/feed declares every namespace on the root
xml-namespaces-on-root | should | Apple Podcasts; PSP-1 | Namespaces are declared on the root. | writer: feed/feed declares every namespace on the root
xml-case-sensitive | must | Apple Podcasts | Tags and values keep their exact case. | writer: feed/golden a podcast with every field filled
xml-trimmed-values | should | Apple Podcasts | Values have no spaces around them. | writer: feed/feed lose
xml-text-255 | should | Apple Podcasts | Short texts have at most 255 characters.
xml-absolute-urls | must | RSS Advisory Board | Every address is absolute. | writer: feed/markdown whatever the notes, apps get well-formed HTML
xml-no-unknown-core | must | RSS 2.0 | No tags without a namespace but those of RSS 2.0. | writer: feed/golden a podcast with every field filled
xml-no-trailing-comments | should | Blubrry | Nothing follows the end of the feed. | writer: feed/feed begins with the declaration
xml-feed-size | should | W3C feed validator | The feed stays below 1 MB. | verify
xml-item-count | may | The Audacity to Podcast | All episodes stay in the feed. | option: withdrawn
xml-prolog-pi-optional | may | practice | A stylesheet may be named after the declaration. | nobody: no reader needs it, and some readers stumble over it
channel-title-required | must | RSS 2.0; Apple Podcasts | The show has a title.
channel-title-no-stuffing | must | Apple Podcasts | The title is the name and nothing else.
channel-title-plain | must | RSS Advisory Board | The title is plain text.
channel-title-short | should | Apple Podcasts; Spotify | The title is short.
channel-description-required | must | RSS 2.0; Apple Podcasts | The show has a description.
channel-description-bytes | must | Apple Podcasts; PSP-1 | The description has at most 4000 bytes. | writer: feed/notes of a show is cut in the same way
channel-description-real | should | Apple Podcasts | The description describes the show.
channel-link-required | must | RSS 2.0; PSP-1; Spotify | The show has a web page.
channel-language-required | must | Apple Podcasts; PSP-1 | The show has a language.
channel-language-valid | must | Apple Podcasts | The language is a known code.
channel-image-required | must | Apple Podcasts; PSP-1 | The show has a cover.
channel-category-required | must | Apple Podcasts; PSP-1 | The show has a category.
channel-category-valid | must | Apple Podcasts | Categories are Apple’s, letter by letter.
channel-category-nesting | must | Apple Podcasts | A subcategory stands in its own category. | writer: feed/feed puts subcategories into their parent
channel-category-escape | must | Apple Podcasts | The ampersand in a category is escaped once. | writer: feed/feed in attributes are escaped
channel-category-first | should | Apple Podcasts; PSP-1 | One to three categories, the main one first. | writer: feed/feed puts subcategories into their parent
channel-explicit-required | must | Apple Podcasts; PSP-1 | The show says whether it is explicit.
channel-explicit-values | must | Apple Podcasts; PSP-1 | Explicit is true or false.
channel-explicit-honest | must | Apple Podcasts | The explicit mark is true. | person: only somebody who listens can tell; ppod records the answer and never guesses it
channel-atom-self | must | PSP-1; W3C feed validator | The feed links to itself. | writer: feed/feed links to itself and to the hub
channel-atom-self-true | must | PSP-1; W3C feed validator | That link is the address where the feed is served. | verify
channel-author | must | Spotify; Apple Podcasts; PSP-1 | The show has an author.
channel-author-clean | should | Apple Podcasts | The author is a name.
channel-owner | may | Spotify; W3C feed validator | An owner’s address with which directories verify the show. | option: publishEmail
channel-owner-shape | must | W3C feed validator | An owner has one address and one name. | writer: feed/feed keeps the e-mail address to itself
channel-owner-privacy | should | Podcasting 2.0 | No private person’s address in the feed.
channel-itunes-type | must | Apple Podcasts | The show is episodic or serial.
channel-serial-numbers | must | Apple Podcasts | Episodes of a serial have numbers.
channel-copyright | should | PSP-1 | The copyright line is the holder’s name.
channel-complete | may | Apple Podcasts; PSP-1 | A show that has ended says so.
channel-block | must | Apple Podcasts; PSP-1 | A show is hidden only on purpose. | writer: feed/feed says nothing that directories would act on
channel-new-feed-url | must | Apple Podcasts | A move is announced only while moving. | writer: feed/feed says nothing that directories would act on
channel-itunes-title | may | Apple Podcasts | A title for Apple alone. | nobody: ppod has one title for all, and a second one is needed only where the first holds a number
channel-dates | must | RSS 2.0; W3C feed validator | The dates of the feed are valid and past. | writer: feed/feed of the channel come from the content
channel-lastbuild-honest | should | RSS 2.0; Podnews | The date of the feed changes only with its content. | writer: feed/feed of the channel come from the content
channel-generator | may | RSS 2.0 | The feed names the program that wrote it. | writer: feed/feed names the version of ppod
channel-contact-format | should | RSS Advisory Board | Contact addresses have their form, or are left out. | writer: feed/feed has no tag of the older vocabularies
channel-ttl | may | RSS 2.0; W3C feed validator | Hints on how often to look. | nobody: apps keep their own timetable and ignore it
channel-rss-image | should | RSS 2.0; RSS Advisory Board | A picture for readers that know no podcasts. | writer: feed/feed has a picture for readers that know nothing
channel-single | must | RSS 2.0; Podcasting 2.0 | Every fact of the show is there once. | writer: feed/golden a podcast with every field filled
channel-has-item | must | Spotify; Apple Podcasts | At least one episode is out.
channel-order-newest-first | should | Podnews | The newest episode comes first. | writer: feed/readers reads the episodes in their order
channel-no-duplicate-semantics | should | W3C feed validator | No second vocabulary for the same facts. | writer: feed/feed has no tag of the older vocabularies
channel-legacy-tags | should | Apple Podcasts | No tags that Apple has given up. | writer: feed/feed has no tag of the older vocabularies
channel-podcast-guid | should | PSP-1; Podcasting 2.0 | The show has a permanent id.
channel-podcast-guid-v5 | must | PSP-1; Podcasting 2.0 | A made id is made in the agreed way. | writer: show/show the guid of the show is the one
channel-podcast-guid-forever | must | PSP-1; Podcasting 2.0 | The id is kept for ever.
channel-podcast-locked | should | PSP-1; Podcasting 2.0 | The feed says whether others may take it over. | writer: feed/feed asks other hosts not to take the feed
channel-podcast-locked-owner | should | Podcasting 2.0 | That tag names no private address. | writer: feed/feed keeps the e-mail address to itself
channel-podcast-medium | may | Podcasting 2.0 | What the show is made of. | option: medium
channel-podcast-funding | may | PSP-1; Podcasting 2.0 | Where listeners can give. | option: funding
channel-podcast-txt | may | PSP-1; Podcasting 2.0 | Texts for machines. | option: txt
channel-podcast-person | should | Podcasting 2.0 | The people have roles that apps know.
channel-podcast-person-pair | should | Podcast Taxonomy | A role belongs to its group.
channel-podcast-person-urls | must | Podcasting 2.0 | Pages and photos of people are on https.
channel-podcast-location | may | Podcasting 2.0; RFC 5870 | What area the show is about.
channel-podcast-license | may | Podcasting 2.0 | The licence, by its known name.
channel-podcast-block | may | Podcasting 2.0 | Platforms that shall not carry the show. | option: block
channel-podcast-trailer | may | Podcasting 2.0 | Trailers are named in the channel too. | writer: feed/feed is a trailer in the channel too
channel-podcast-updatefrequency | may | Podcasting 2.0; RFC 5545 | How often episodes come.
channel-podcast-image | may | Podcasting 2.0 | Pictures with their size and description. | writer: feed/feed has a picture of its own when the episode has
channel-podcast-podroll | may | Podcasting 2.0 | Other shows that are recommended. | option: podroll
channel-podcast-social | should | Podcasting 2.0 | A sensitive show asks for no public comments. | writer: feed/feed asks apps for no comments
channel-podcast-value | may | Podcasting 2.0 | Payments by listeners. | nobody: not for a public body
channel-podcast-podping | may | Podcasting 2.0 | Notices of change by podping. | nobody: ppod sends none, so the feed must not say so
channel-podcast-known-tags | must | Podcasting 2.0 | Only tags that the namespace has. | writer: feed/golden a podcast with every field filled
channel-podcast-https | must | Podcasting 2.0 | Addresses in those tags are on https.
channel-hub | may | W3C WebSub | A hub that is told of changes. | option: hub
channel-rfc5005 | may | RFC 5005 | A feed in pages. | nobody: few apps follow the pages, and no feed of ours comes near the size
item-title-required | must | Apple Podcasts; RSS 2.0 | The episode has a title.
item-title-plain | must | RSS Advisory Board | The title is plain text.
item-title-no-numbers | should | Apple Podcasts | No season or episode number in the title.
item-title-no-show-name | should | Apple Podcasts | No name of the show in the title.
item-title-short | should | Apple Podcasts | The title is short.
item-itunes-title | may | Apple Podcasts | A title for Apple alone. | nobody: the title holds no number, so no second one is needed
item-guid-required | must | Apple Podcasts; PSP-1; Spotify | The episode has a guid.
item-guid-unique | must | Apple Podcasts; PSP-1 | No two episodes have the same guid.
item-guid-stable | must | Apple Podcasts; PSP-1 | The guid never changes. | writer: cli/cli --base-url moves every address and no guid
item-guid-permalink | must | RSS 2.0; W3C feed validator | A guid that is no address says so. | writer: feed/feed keeps a guid byte for byte
item-guid-opaque | should | Podcasting 2.0 | The guid says nothing about the episode.
item-guid-trimmed | must | Apple Podcasts | The guid has no spaces.
item-pubdate-required | must | Spotify; Apple Podcasts | The episode has a date.
item-pubdate-rfc2822 | must | RFC 2822; Apple Podcasts | The date has the form of e-mail dates. | writer: feed/feed carry the author's own offset
item-pubdate-weekday | must | RFC 2822; W3C feed validator | The day of the week is right. | writer: feed/feed carry the author's own offset
item-pubdate-zone | must | RFC 2822; W3C feed validator | The time zone is a number. | writer: feed/feed carry the author's own offset
item-pubdate-not-future | must | W3C feed validator | No episode from the future. | writer: cli/cli a scheduled episode and a draft leave nothing in dist
item-pubdate-distinct | should | Podnews | No two episodes in the same minute.
item-pubdate-stable | should | Apple Podcasts | The date stays when an episode is corrected. | person: the files do not tell what was published; ppod diff compares with the live feed
item-description | must | Spotify; PSP-1 | The episode has notes. | writer: feed/notes is the summary where there are no notes
item-description-bytes | must | Apple Podcasts; PSP-1 | Notes have at most 4000 bytes in the feed. | writer: feed/notes is well-formed and within the limit
item-description-html | should | Apple Podcasts; PSP-1 | Notes use only the tags that apps show. | writer: feed/markdown whatever the notes, apps get well-formed HTML
item-description-cdata | must | Apple Podcasts | HTML in notes is wrapped once. | writer: feed/feed of notes end no CDATA section
item-description-safe | must | W3C feed validator | Nothing in notes can act. | writer: feed/markdown whatever the notes, apps get well-formed HTML
item-description-links | should | Apple Podcasts; WCAG 2.2 | Links in notes say where they lead.
item-description-linebreaks | should | Podnews | Paragraphs are marked as such. | writer: feed/markdown whatever the notes, apps get well-formed HTML
item-content-encoded | may | W3C feed validator | Whole notes beside the short ones. | writer: feed/notes is cut at a paragraph, with a link to the page
item-link | should | Apple Podcasts; RSS 2.0 | Every episode has a page of its own.
item-duration | should | Apple Podcasts | The duration is given in seconds. | writer: feed/feed of %d seconds has a duration
item-duration-format | must | Apple Podcasts | The duration has a form that apps read. | writer: feed/feed of %d seconds has a duration
item-duration-true | must | Apple Podcasts | The duration is that of the audio. | writer: feed/feed of %d seconds has a duration
item-explicit | should | Apple Podcasts; PSP-1 | The episode says whether it is explicit. | option: explicit
item-explicit-channel | should | Apple Podcasts | A show of explicit episodes is explicit.
item-episode | must | Apple Podcasts | An episode number is a whole number from 1.
item-season | must | Apple Podcasts | A season number is a whole number from 1.
item-episode-unique | should | Apple Podcasts | A number is used once in a season.
item-episodetype | must | Apple Podcasts | An episode is full, trailer or bonus.
item-trailer-semantics | should | Apple Podcasts | A trailer’s numbers say what it announces.
item-image | should | Apple Podcasts; PSP-1 | Episode art is as good as the cover.
item-block | must | Apple Podcasts | An episode is hidden only on purpose. | writer: feed/feed says nothing that directories would act on
item-author-email | must | RSS 2.0; W3C feed validator | No name where an e-mail address belongs. | writer: feed/feed has no tag of the older vocabularies
item-single | must | RSS 2.0; Podcasting 2.0 | Every fact of an episode is there once. | writer: feed/golden a podcast with every field filled
item-podcast-season | may | Podcasting 2.0 | Seasons have names. | option: seasons
item-podcast-episode | may | Podcasting 2.0 | Numbers have a form of their own. | option: episodeName
item-podcast-person-replaces | must | Podcasting 2.0 | An episode’s people are all its people. | writer: feed/feed names everyone again
item-podcast-soundbite | may | Podcasting 2.0 | Soundbites have a good length and lie in the audio.
item-podcast-chapters-one | must | Podcasting 2.0 | One chapters tag, with address and type. | writer: feed/chapters an episode with chapters has a file of them
item-alternate-enclosure | may | Podcasting 2.0 | Other encodings of the same recording.
item-live-item | may | Podcasting 2.0 | Live broadcasts. | nobody: a static site has none
item-podcast-social | may | Podcasting 2.0 | Where an episode is discussed. | writer: feed/feed asks apps for no comments
item-content-notice | should | safeguarding practice | A sensitive episode begins with an advisory. | writer: feed/notes begins with the advisory
item-no-children-named | must | safeguarding practice | Nothing identifies a child or adult at risk.
item-withdrawal | must | Apple Podcasts | A withdrawn episode leaves nothing behind. | writer: write/dist-folder an episode that is a draft again leaves nothing
enclosure-required | must | Apple Podcasts; RSS 2.0 | Every episode has audio.
enclosure-single | must | RSS Advisory Board | One enclosure an episode. | writer: feed/feed has one enclosure
enclosure-attrs | must | RSS 2.0; Apple Podcasts | The enclosure has address, length and type. | writer: feed/feed has one enclosure
enclosure-url-unique | must | Apple Podcasts | No two episodes have the same audio.
enclosure-url-https | must | Podcasting 2.0 | Audio is on https. | writer: feed/feed has one enclosure
enclosure-url-ascii | must | Apple Podcasts | Audio names are plain letters and digits.
enclosure-url-extension | must | Apple Podcasts | The name ends as Apple expects.
enclosure-url-no-query | should | W3C feed validator | No question mark in an audio address. | writer: feed/feed has one enclosure
enclosure-url-escaped | must | XML 1.0; RFC 3986 | Audio addresses are valid and escaped. | writer: feed/golden a podcast with every field filled
enclosure-url-change | should | Apple Podcasts | Replaced audio gets a new name. | person: the folder holds only the newest file; ppod diff compares with the live feed
enclosure-length-bytes | must | RSS 2.0; Apple Podcasts | The length is the exact size. | writer: feed/feed has one enclosure
enclosure-type-known | must | Apple Podcasts | The type is one that Apple lists.
enclosure-type-mp3 | must | Apple Podcasts | MP3 is audio/mpeg. | writer: feed/feed has one enclosure
enclosure-type-m4a | must | Apple Podcasts | M4A is audio/x-m4a. | writer: media/audio is what ffprobe says
enclosure-type-matches | must | Apple Podcasts | Type, ending and content agree.
enclosure-public | must | Apple Podcasts | Audio can be fetched without a login. | verify
artwork-square | must | Apple Podcasts; Spotify | The cover is square.
artwork-min | must | Apple Podcasts; PSP-1 | The cover has at least 1400 pixels a side.
artwork-max | must | Apple Podcasts; PSP-1 | The cover has at most 3000 pixels a side.
artwork-prefer-3000 | should | Apple Podcasts | The cover has 3000 pixels a side.
artwork-format | must | Apple Podcasts; PSP-1 | Pictures are JPEG or PNG.
artwork-extension | must | Apple Podcasts | A picture’s name ends as its content asks. | writer: feed/media every file that feed and pages name is copied once
artwork-rgb | must | Apple Podcasts | Pictures are in RGB colour.
artwork-no-alpha | must | Apple Podcasts | Pictures are not transparent.
artwork-72dpi | should | Apple Podcasts | Pictures say 72 dots an inch.
artwork-weight | should | podcast hosts | Pictures are light.
artwork-new-url | must | Apple Podcasts | Changed artwork gets a new address. | writer: feed/media every file that feed and pages name is copied once
artwork-content | must | Apple Podcasts | Nothing offensive or borrowed on the cover. | person: only somebody who looks at it can tell
artwork-bottom-fifth | may | Apple Podcasts | Nothing important at the foot of the cover. | person: only somebody who looks at it can tell
artwork-alt | should | WCAG 2.2 | Pictures have a description. | writer: pages/pages %s is valid HTML
artwork-no-private-metadata | should | safeguarding practice | Pictures do not say where and by whom they were taken.
artwork-url-ascii | must | Apple Podcasts | Picture names are plain letters and digits.
audio-codec | must | Apple Podcasts; PSP-1 | Audio is MP3, or AAC in M4A.
audio-samplerate | should | Apple Podcasts | Audio has 44.1 or 48 kHz.
audio-bitrate | should | Apple Podcasts; Spotify | The bit rate suits speech.
audio-loudness | should | Apple Podcasts | Loudness is −16 LUFS, peaks below −1 dBTP.
audio-cbr | should | podcast hosts | Players can seek.
audio-id3 | should | practice | Audio carries its title and show.
audio-no-private-tags | should | safeguarding practice | Tags tell nothing private.
audio-m4a-faststart | should | practice | M4A plays while it downloads.
audio-size | should | Spotify | At most 200 MB and 12 hours.
audio-decodes | must | Apple Podcasts | The audio is whole.
transcript-present | must | WCAG 2.2; accessibility law of the UK | Every episode has a transcript.
transcript-attrs | must | PSP-1; Podcasting 2.0 | Transcript tags have address and type. | writer: feed/golden a podcast with every field filled
transcript-type-values | must | PSP-1; Podcasting 2.0 | The types are those that apps know. | writer: feed/golden a podcast with every field filled
transcript-type-matches | must | Podcasting 2.0 | Type, ending and content agree. | writer: transcripts/formats WebVTT
transcript-vtt | should | Apple Podcasts | Timed transcripts are offered as WebVTT. | writer: feed/golden a podcast with every field filled
transcript-formats | should | Podcasting 2.0 | Transcripts are offered in several forms. | writer: feed/golden a podcast with every field filled
transcript-unique | should | Podcasting 2.0 | One tag for each form. | writer: feed/golden a podcast with every field filled
transcript-language | should | Podcasting 2.0 | Transcripts name their language. | writer: feed/golden a podcast with every field filled
transcript-rel | should | Podcasting 2.0 | Only timed forms are called captions. | writer: feed/golden a podcast with every field filled
transcript-cors | should | Podcasting 2.0 | Browsers may fetch transcripts. | verify
vtt-signature | must | WebVTT | WebVTT begins as it should. | writer: transcripts/formats WebVTT keeps any words, names and times
vtt-timings | must | WebVTT | WebVTT times are well-formed and in order. | writer: transcripts/formats WebVTT keeps any words, names and times
vtt-escape | must | WebVTT | WebVTT text is escaped. | writer: transcripts/formats WebVTT keeps any words, names and times
vtt-voice | should | Apple Podcasts | WebVTT names every speaker. | writer: transcripts/formats WebVTT
vtt-line-length | should | Podcasting 2.0 | WebVTT lines are short. | writer: transcripts/formats are cut at clauses
vtt-within-audio | must | Podcasting 2.0 | No line after the end of the audio.
srt-format | must | Podcasting 2.0 | SubRip is well-formed. | writer: transcripts/formats SubRip keeps words, names and times
srt-lines | should | Podcasting 2.0 | SubRip has two short lines at most. | writer: transcripts/formats SubRip
srt-speaker | should | Podcasting 2.0 | SubRip names who speaks. | writer: transcripts/formats SubRip
json-transcript | must | Podcasting 2.0 | The JSON transcript has its agreed shape. | writer: transcripts/formats JSON of the podcast namespace
html-transcript | must | Podcasting 2.0 | The HTML transcript has its agreed shape. | writer: transcripts/formats HTML
transcript-speakers | must | W3C media guide | Who speaks is said.
transcript-sounds | should | W3C media guide | Sounds that matter are described. | person: only somebody who listens can tell
transcript-faithful | should | W3C media guide | The words are those that were spoken. | person: only somebody who listens can tell
transcript-reviewed | should | W3C media guide | A person has read the transcript. | person: the file does not tell who has read it
transcript-same-words | should | Podcasting 2.0 | All forms hold the same words. | writer: cli/transcript converts a timed transcript into every form
transcript-no-raw-labels | must | W3C media guide | No labels of machines for speakers.
transcript-on-page | must | W3C media guide | The page shows the transcript. | writer: pages/pages keeps every word of the transcript
transcript-apple-setting | may | Apple Podcasts | Apple is told to show our transcripts. | person: a setting in Podcasts Connect that no file shows
chapters-schema | must | Podcasting 2.0 | The chapters file has its agreed shape. | writer: feed/chapters an episode with chapters has a file of them
chapters-ascending | must | Podcasting 2.0 | Chapters are in order. | writer: feed/chapters chapters are in order
chapters-first-zero | should | Apple Podcasts | The first chapter begins at 0. | writer: feed/chapters by taking a short time before it
chapters-min-three | should | Apple Podcasts; Spotify | Three chapters or none. | writer: feed/notes lists no fewer than three chapters
chapters-titles | should | Spotify; Apple Podcasts | Chapters have short plain titles.
chapters-min-length | should | Spotify | Chapters last at least 30 seconds.
chapters-within-audio | must | Podcasting 2.0 | Chapters lie inside the audio.
chapters-type | must | Podcasting 2.0 | The chapters tag has its type. | writer: feed/chapters an episode with chapters has a file of them
chapters-https | must | Podcasting 2.0 | Links and pictures of chapters are on https. | writer: feed/chapters chapters are in order
chapters-in-description | should | Apple Podcasts; Spotify | Chapters stand in the notes too. | writer: feed/notes begins with the advisory and ends with the chapters
chapters-psc | may | Spotify; Podlove | Simple Chapters in the feed. | writer: feed/chapters Spotify finds the same times and titles
chapters-id3 | may | Podnews | Chapters inside the audio file. | option: chapters
chapters-agree | must | Apple Podcasts | All carriers of chapters say the same. | writer: feed/chapters Spotify finds the same times and titles
hosting-https | must | Apple Podcasts; Podcasting 2.0 | Everything is on https. | verify
hosting-public | must | Apple Podcasts | Nothing is behind a login or a robot test. | verify
hosting-head | must | Apple Podcasts; PSP-1 | The server answers questions about size. | verify
hosting-range | must | Apple Podcasts | The server sends parts of a file. | verify
hosting-length | must | Apple Podcasts | The served size is the stated one. | verify
hosting-type-feed | must | W3C feed validator | The feed is served as a feed. | verify
hosting-type-media | must | Apple Podcasts | Media are served as what they are. | verify
hosting-cors | should | Podcasting 2.0 | Browsers may fetch from elsewhere. | verify
hosting-conditional | should | Podnews | An unchanged feed is not sent again. | verify
hosting-gzip | should | Podnews | The feed is sent compressed. | verify
hosting-cache | should | practice | The feed is kept for minutes, media for long. | verify
hosting-stable-urls | must | Apple Podcasts | Published addresses go on working. | person: the folder does not tell what was published; ppod diff compares with the live feed
hosting-publish-order | should | practice | The feed goes live last. | writer: write/killed a build that is killed
hosting-no-drafts | must | practice | Nothing unpublished is in dist. | writer: cli/cli a scheduled episode and a draft leave nothing in dist
hosting-link-targets | must | RSS 2.0; W3C feed validator | Addresses on the own site lead somewhere. | writer: pages/pages every link of %s that stays on the site
hosting-autodiscovery | should | RSS Advisory Board | Pages point at the feed. | writer: pages/pages tells how to follow the show
hosting-page-valid | should | WCAG 2.2 | Pages are valid HTML. | writer: pages/pages %s is valid HTML
hosting-no-autoplay | must | WCAG 2.2 | Nothing plays by itself. | writer: pages/pages never plays or fetches audio by itself
hosting-accessibility-statement | must | accessibility law of the UK | There is an accessibility statement. | person: it belongs to the whole site of the public body
hosting-no-trackers | should | safeguarding practice; Podnews | Pages load nothing from others, audio is not tracked. | writer: pages/pages %s asks no other host for anything
hosting-ping | may | W3C WebSub | Notices only after a change. | person: whoever runs the hub's notice decides when
`;

/** In the order of the document that gathers them. */
export const requirements: readonly Requirement[] = table.trim().split('\n').map(readLine);

function readLine(line: string): Requirement {
  const [id = '', level, source = '', title = '', how = ''] = line.split(' | ');
  if (level !== 'must' && level !== 'should' && level !== 'may') throw new Error(`No level: ${line}`);
  return { id, level, source, title, met: readMet(how, line) };
}

function readMet(how: string, line: string): Met {
  const [by = '', rest = ''] = how.split(/: (.*)/);
  switch (by) {
    case '':
      return { by: 'rules' };
    case 'writer':
      return { by, test: rest };
    case 'option':
      return { by, key: rest };
    case 'verify':
      return { by };
    case 'person':
    case 'nobody':
      return { by, why: rest };
    default:
      throw new Error(`Nothing meets it: ${line}`);
  }
}
