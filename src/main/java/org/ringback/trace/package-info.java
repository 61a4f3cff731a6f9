/**
 * What went wrong, kept for whoever mends it. Takes errors of this run and gives out a file on this machine that only its
 * owner can read. It must never know what the program is about: no message of an error gets in, since it may quote a call.
 */
package org.ringback.trace;
