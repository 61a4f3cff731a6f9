/**
 * What a capture gives out, and the bounds that it keeps: messages with the ends they went between, and what could not be
 * used. Takes nothing; it must never know how any of it was found.
 */
package org.ringback.capture.wire;
