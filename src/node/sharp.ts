import sharp from 'sharp';

sharp.concurrency(1);
// Every picture is read once.
sharp.cache(false);

export { sharp };
