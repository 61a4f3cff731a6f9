package org.ringback.diagnosis.rule.refusal;

/** Whether a refusal shows that who was asked is there, as OPTIONS and keep-alives are to find out (RFC 3261, 11.2). */
final class SignOfLife {

    private SignOfLife() {}

    /**
     * Whether it says no more than that it does not want this request, or that who is asked for is elsewhere or does not
     * want to talk; a proxy says 408, 430 or 480 of who is behind it.
     */
    static boolean in(int status) {
        boolean ofOther = status == 408 || status == 430 || status == 480;
        boolean serverFailed = status >= 500 && status < 600 && !RefusedCall.ABOUT_THE_REQUEST.contains(status);
        return !ofOther && !serverFailed;
    }
}
