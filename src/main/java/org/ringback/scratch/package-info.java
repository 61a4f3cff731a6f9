/**
 * Files that are there for a while only: what was unpacked, what came through a pipe, what is not written to its end
 * yet. Gives out files and clears them away, those of a program that was killed too; it must never know what the
 * program is about.
 */
package org.ringback.scratch;
