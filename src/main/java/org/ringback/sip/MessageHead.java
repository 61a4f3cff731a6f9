package org.ringback.sip;

/**
 * The few fields of a message by which messages are matched, read in one pass without looking at the rest. Strings that
 * repeat (methods, tags, Call-IDs) are shared between heads. A field that is missing is an empty string or -1.
 *
 * @param method of a request, or of the CSeq for a response
 * @param status 100 to 999, 0 for a request, or -1 if the start line cannot be read
 * @param callId of the Call-ID header ({@code i}), as it stands
 * @param cseq number of the CSeq header, or -1
 * @param fromTag tag of the From header ({@code f})
 * @param toTag tag of the To header ({@code t})
 * @param branch branch of the topmost Via ({@code v})
 * @param sentBy host and port of the topmost Via, as they stand
 */
public record MessageHead(
        String method,
        int status,
        String callId,
        long cseq,
        String fromTag,
        String toTag,
        String branch,
        String sentBy) {

    public boolean request() {
        return status == 0;
    }
}
