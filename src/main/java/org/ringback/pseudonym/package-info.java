/**
 * Messages that can be shown to strangers. Takes captured messages and gives out messages of the same structure in which
 * whoever and whatever they name is replaced, the same by the same, and what was replaced and what stays; it must never know
 * files or words.
 */
package org.ringback.pseudonym;
