// What only a live page has: drawn and answered once the texts are there to be read.
export { Movement } from '../ui/reader/Movement.tsx';
export { Steps } from '../ui/reader/Steps.tsx';
export { Strip } from '../ui/reader/Strip.tsx';
export { answerKey } from './answer-key.ts';
