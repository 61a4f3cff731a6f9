/**
 * One SIP message to be read, or two beside each other. Takes the bytes of a message and shows its lines; it must never
 * know the ladder.
 */
package org.ringback.window.message;
