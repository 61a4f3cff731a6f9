package org.ringback.handbook;

/** Under which condition a header field belongs in the response. */
public enum HeaderCondition implements Facet {
    /** If the request carried it. */
    IN_REQUEST,

    /** If the provisional response is sent reliably (RFC 3262). */
    RELIABLE,

    /** If the condition is temporary. */
    TEMPORARY,

    /** The one of several that matches the problem. */
    ONE_OF,

    /** If the policy is a security agreement (RFC 3329). */
    SEC_AGREE,

    /** If sip and sips do not match (RFC 5630). */
    SIPS_MISMATCH,

    /** If an INVITE or UPDATE overlapped another. */
    OVERLAP,

    /** Unless there are signs that the caller would abuse it. */
    NO_ABUSE;

    @Override
    public String property() {
        return "condition";
    }
}
