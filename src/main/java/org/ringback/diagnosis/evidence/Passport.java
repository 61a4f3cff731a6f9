package org.ringback.diagnosis.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.ringback.call.Message;
import org.ringback.sip.Header;

/**
 * What an Identity header says about its caller (RFC 8225, RFC 8588). Its signature is not checked.
 *
 * @param attestation A, B or C, or an empty string
 * @param issued seconds since 1970, or -1
 * @param caller the number for which it was made, or an empty string
 */
public record Passport(String attestation, long issued, String caller) {

    /** Longer ones are not read: none is nearly as long, and a hostile one must not cost anything. */
    private static final int LONGEST = 8192;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of the first Identity header in the full form that can be read. */
    public static Optional<Passport> of(Message request, Case examined) {
        return all(request, examined).stream().findFirst();
    }

    /** Of every Identity header in the full form that can be read: a forwarded call has more than one (RFC 8946). */
    public static List<Passport> all(Message request, Case examined) {
        return examined.read(request).headers("Identity").stream()
                .map(Header::value)
                .flatMap(value -> read(value).stream())
                .toList();
    }

    /** The compact form has dots with nothing between: it says nothing by itself (RFC 8225, 7). */
    public static Optional<Passport> read(String header) {
        String token = token(header.strip());
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3 || parts[1].isEmpty() || token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] payload = Base64.getUrlDecoder().decode(parts[1]);
            JsonNode claims = JSON.readTree(new String(payload, StandardCharsets.UTF_8));
            return claims.isObject()
                    ? Optional.of(new Passport(
                            claims.path("attest").asText(""),
                            claims.path("iat").asLong(-1),
                            claims.path("orig").path("tn").asText("")))
                    : Optional.empty();
        } catch (IllegalArgumentException | JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** What stands before the first parameter. */
    private static String token(String header) {
        for (int i = 0; i < header.length(); i++) {
            if (";, \t\r\n".indexOf(header.charAt(i)) >= 0) {
                return header.substring(0, i);
            }
        }
        return header;
    }
}
