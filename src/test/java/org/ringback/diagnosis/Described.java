package org.ringback.diagnosis;

/** Session descriptions for traces. */
public final class Described {

    private Described() {}

    /** Sound over plain RTP: formats as in {@code m=}, then attribute lines. */
    public static String audio(String address, int port, String formats, String... attributes) {
        return audio("RTP/AVP", address, port, formats, attributes);
    }

    public static String audio(String profile, String address, int port, String formats, String... attributes) {
        String family = address.contains(":") ? "IP6" : "IP4";
        return "v=0\no=- 1 1 IN " + family + " " + address + "\ns=-\nc=IN " + family + " " + address
                + "\nt=0 0\nm=audio " + port + " " + profile + " " + formats + "\n"
                + String.join("\n", attributes);
    }

    public static String fax(String address, int port) {
        return "v=0\no=- 1 2 IN IP4 " + address + "\ns=-\nc=IN IP4 " + address + "\nt=0 0\nm=image " + port
                + " udptl t38\n";
    }
}
