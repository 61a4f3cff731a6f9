/**
 * One SIP message. Takes its bytes, whatever they are, and gives out what it says, with doubts instead of exceptions
 * where it breaks the grammar; it must never know where bytes come from.
 */
package org.ringback.sip;
