/**
 * From messages to calls. Takes messages with their heads and gives out transactions, dialogs and calls and how each ended;
 * it must never know files, packets or words.
 */
package org.ringback.call;
