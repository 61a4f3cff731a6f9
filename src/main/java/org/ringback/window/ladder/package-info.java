/**
 * The ladder of a call. Takes its rows and draws them, on screen and as a picture; it must never know the list of calls.
 */
package org.ringback.window.ladder;
