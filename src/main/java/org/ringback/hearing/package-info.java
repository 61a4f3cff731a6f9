/**
 * What was said in a call. Takes the streams of a call and reads its files once more for their packets, and gives both sides as
 * sound; it must never know words.
 */
package org.ringback.hearing;
