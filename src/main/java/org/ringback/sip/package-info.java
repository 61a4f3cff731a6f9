/**
 * One SIP message. Takes its bytes, whatever they are, and gives out what it says, with doubts where it breaks the grammar;
 * it must never throw on bad input nor know where the bytes come from.
 */
package org.ringback.sip;
