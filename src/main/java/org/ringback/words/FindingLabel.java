package org.ringback.words;

import org.ringback.language.NamedKey;

/** The names of the parts of a finding, and the sentences around it. */
public enum FindingLabel implements NamedKey {
    TITLE,
    SUMMARY,
    NOTHING_FAILED,
    NO_SIP,
    CALL,
    CALL_WITH_CODE,
    LEGS_TOGETHER,
    LEG,
    LINK,
    START,
    FINDING,
    FINDING_OF_LEG,
    FINDING_OF_LEGS,
    FIRST_SAID_BY,
    FIRST_SEEN_FROM,
    SAID_WITH_SOFTWARE,
    SAID_FIRST,
    SAID_AND_TOLD,
    RELAYED_BY,
    KNOWN_BECAUSE,
    EVIDENCE,
    PACKET,
    LINE,
    PACKET_OF_FILE,
    LINE_OF_FILE,
    REMEDY,
    DISPROOF,
    ID,
    CODES,
    NOTHING_FOUND,
    INCIDENTS,
    STRUCK,
    BESIDE_CALLS,
    BROKEN_CHECKS,
    BROKEN_CHECKS_IN_LOG,
    UNUSABLE;

    @Override
    public String group() {
        return "finding.label";
    }
}
