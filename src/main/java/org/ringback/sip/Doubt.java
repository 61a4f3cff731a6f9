package org.ringback.sip;

/**
 * Something in a message that breaks the grammar or a rule that goes with it.
 *
 * @param range where it stands in the bytes that were parsed; where it should stand if it is missing
 * @param rule the rule of RFC 3261 section 25.1 that is broken, as it is written there; of other RFCs for their headers
 */
public record Doubt(Fault fault, ByteRange range, String rule) {}
