package org.ringback.handbook;

/** Who sends a code. */
public enum Sender implements Facet {
    /** Any element on the path. */
    ANY,

    /** The called phone, application or gateway (UAS). */
    CALLED_PARTY,

    /** A server that acts for the callee. */
    CALLEE_SERVER,

    /** A proxy. */
    PROXY,

    /** A proxy that forks. */
    FORKING_PROXY,

    /** An edge proxy of RFC 5626. */
    EDGE_PROXY,

    /** The first proxy after the client. */
    FIRST_HOP_PROXY,

    /** A registrar. */
    REGISTRAR,

    /** A redirect server. */
    REDIRECT_SERVER,

    /** A server that forwards calls. */
    FORWARDING_SERVER,

    /** A call queue. */
    QUEUE_SERVER,

    /** A gateway to another network. */
    GATEWAY,

    /** A server on the path. */
    SERVER,

    /** A server that knows all of the user's locations. */
    AUTHORITATIVE_SERVER,

    /** The notifier of a subscription. */
    NOTIFIER,

    /** The subscriber, answering a NOTIFY. */
    SUBSCRIBER,

    /** The event state compositor that takes PUBLISH. */
    STATE_SERVER,

    /** A store-and-forward relay of MESSAGE. */
    MESSAGE_RELAY,

    /** A relay of RFC 5360 for URI lists. */
    LIST_RELAY,

    /** A STIR verification service. */
    VERIFICATION_SERVICE,

    /** The target of a REFER, or the referee. */
    REFER_PARTY,

    /** A server that acts on Resource-Priority. */
    PRIORITY_SERVER,

    /** Who needs the location of RFC 6442. */
    LOCATION_RECIPIENT,

    /** A public safety answering point. */
    EMERGENCY_CENTER,

    /** A call analytics intermediary. */
    ANALYTICS,

    /** An intermediary on the path. */
    INTERMEDIARY,

    /** The caller's own software, without a packet. */
    LOCAL_STACK,

    /** No product is known or allowed to. */
    NOBODY;

    @Override
    public String property() {
        return "sender";
    }
}
