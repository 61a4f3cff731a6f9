package org.ringback.capture.text;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Logs of known products in which no message is written, so that somebody can be told how to switch them on there. */
final class SilentLog {

    /** What lines of a product have that others do not. */
    private static final Map<String, Pattern> PRODUCTS = Map.of(
            "asterisk",
            Pattern.compile("(?:NOTICE|WARNING|VERBOSE|ERROR|DEBUG)\\[\\d{1,9}\\](?:\\[C-[0-9a-f]{1,16}\\])?:?"
                    + " [\\w/]{2,60}\\.c:"
                    + "|\\b(?:SIP|PJSIP)/[\\w.-]{1,60}-[0-9a-f]{8}\\b|chan_(?:pj)?sip\\.c|res_pjsip"),
            "freeswitch",
            Pattern.compile("\\[(?:DEBUG|INFO|NOTICE|WARNING|ERR|CRIT)\\] (?:switch_|mod_|sofia)[\\w]{1,40}\\.c:\\d"
                    + "|sofia/(?:internal|external)/|mod_sofia|mod_dialplan"),
            "kamailio",
            Pattern.compile("\\bkamailio(?:\\[\\d{1,9}\\])?:|/kamailio\\[\\d|<core> \\[core/"),
            "opensips",
            Pattern.compile("\\bopensips(?:\\[\\d{1,9}\\])?:|(?:INFO|ERROR|WARNING|CRITICAL|DBG):core:"),
            "sngrep",
            Pattern.compile("\u00e2\u0094\u0080>|<\u00e2\u0094\u0080"),
            "jssip",
            Pattern.compile("JsSIP:[A-Z][\\w:]{1,60} "),
            "cisco",
            Pattern.compile("/SIP/(?:Info|Error|State|Event|Call)/|ccsip_|sipSPI|//\\S{1,60}/CCAPI/"),
            "pjsua",
            Pattern.compile(
                    "\\b(?:pjsua_\\w{2,20}|sip_endpoint|sip_transport|tsx0x\\w{4,20}|inv0x\\w{4,20})(?:\\.c)?\\s"),
            "janus",
            Pattern.compile("\"janus\"|\\[janus|janus_sip"));

    private static final Pattern TSHARK = Pattern.compile(
            "(?:->|\u00e2\u0086\u0092) \\S{3,60}\\s{1,4}SIP(?:/SDP)?\\s{1,4}\\d{2,5} (?:Request|Status): ");
    private static final Pattern TCPDUMP =
            Pattern.compile("\\bIP6? \\S{3,80} > \\S{3,80}: (?:SIP|UDP, length|Flags \\[)");
    private static final Pattern SIP = Pattern.compile(
            "\\b(?:INVITE|REGISTER|BYE|CANCEL|OPTIONS|SUBSCRIBE)\\b|\\b(?:180 Ringing|401 Unauthorized|403"
                    + " Forbidden|404 Not Found|486 Busy|487 Request|488 Not|503 Service|408 Request)");
    private static final Pattern WORDS = Pattern.compile("\\b[Ss][Ii][Pp]\\b|\\bsips?:|\\b[TR]X\\b");

    private static final int LINES = 4000;

    /** One line may be a quotation. */
    private static final int SURE = 2;

    private SilentLog() {}

    /** The product whose log begins like this; empty if it is none that is known, or does not speak of SIP at all. */
    static Optional<String> of(String head) {
        Map<String, Integer> seen = new TreeMap<>();
        int sip = 0;
        for (String line : head.lines().limit(LINES).toList()) {
            String start = line.length() > 400 ? line.substring(0, 400) : line;
            if (TSHARK.matcher(start).find()) {
                return Optional.of("tshark");
            }
            if (TCPDUMP.matcher(start).find() && start.contains("SIP")) {
                return Optional.of("tcpdump");
            }
            boolean logged = LogClock.beginsLogLine(start);
            sip += logged && SIP.matcher(start).find() && WORDS.matcher(start).find() ? 1 : 0;
            PRODUCTS.forEach((product, pattern) -> {
                if (pattern.matcher(start).find()) {
                    seen.merge(product, 1, Integer::sum);
                }
            });
        }
        Optional<String> product = seen.entrySet().stream()
                .filter(entry -> entry.getValue() >= SURE || entry.getKey().equals("janus"))
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
        return product.isPresent() ? product : sip >= SURE ? Optional.of("unknown") : Optional.empty();
    }
}
