/**
 * What leaves the window: copied, saved, printed, as pictures, with pseudonyms if asked for. Takes what a view has to share;
 * it must never know which view that is.
 */
package org.ringback.window.share;
