/**
 * One SIP message to be read, two beside each other, or what the network did in the place of one. Takes the bytes of a message
 * and shows its lines; it must never know the ladder.
 */
package org.ringback.window.message;
