import { expose } from 'comlink';
import { createSearching } from './searching.ts';

/** What runs beside the page: search in so much text that the page would stand still. */
expose(createSearching());
