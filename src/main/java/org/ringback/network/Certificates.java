package org.ringback.network;

import java.io.ByteArrayInputStream;
import java.lang.foreign.MemorySegment;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.capture.payload.Bytes;

/** Reads the first certificate of a Certificate message up to TLS 1.2 (RFC 5246 section 7.4.2): that of the host itself. */
final class Certificates {

    private static final int DNS_NAME = 2;
    private static final int URI = 6;
    private static final int IP_ADDRESS = 7;

    private static final int MOST_NAMES = 1000;
    private static final int LONGEST = 1000;

    private static final Pattern COMMON_NAME = Pattern.compile("(?:^|[,+])CN=([^,+\\\\]{1,255})");

    private Certificates() {}

    /** The certificate, or empty if none was sent or it cannot be read. */
    static Optional<ShownCertificate> first(MemorySegment bytes, long from, long to) {
        if (to - from < 6) {
            return Optional.empty();
        }
        int length = Bytes.i32(bytes, from + 2) & 0xFF_FFFF;
        if (length == 0 || to - from - 6 < length) {
            return Optional.empty();
        }
        var encoded = new byte[length];
        Bytes.copy(bytes, from + 6, encoded, 0, length);
        return read(encoded);
    }

    private static Optional<ShownCertificate> read(byte[] encoded) {
        try {
            var certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
            String subject = certificate.getSubjectX500Principal().getName();
            return Optional.of(new ShownCertificate(
                    subject.substring(0, Math.min(subject.length(), LONGEST)),
                    names(certificate, subject),
                    certificate.getNotBefore().toInstant().toEpochMilli() * 1000,
                    certificate.getNotAfter().toInstant().toEpochMilli() * 1000));
        } catch (CertificateException | RuntimeException damaged) {
            // Nobody promises that a damaged certificate leads to no other exception than its own.
            return Optional.empty();
        }
    }

    /** A common name counts only where no other name is given (RFC 6125 section 6.4.4). */
    private static List<String> names(X509Certificate certificate, String subject) throws CertificateParsingException {
        List<String> names = new ArrayList<>();
        Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
        for (List<?> alternative : alternatives == null ? List.<List<?>>of() : alternatives) {
            if (names.size() < MOST_NAMES
                    && alternative.get(0) instanceof Integer kind
                    && (kind == DNS_NAME || kind == URI || kind == IP_ADDRESS)
                    && alternative.get(1) instanceof String name) {
                names.add(name.toLowerCase(Locale.ROOT));
            }
        }
        Matcher common = COMMON_NAME.matcher(subject);
        if (names.isEmpty() && common.find()) {
            names.add(common.group(1).toLowerCase(Locale.ROOT));
        }
        return names;
    }

    /** Whether a certificate is for a host (RFC 6125 section 6.4, RFC 5922 section 7.2); one without any name says nothing. */
    static boolean covers(ShownCertificate certificate, String host) {
        return certificate.names().isEmpty() || certificate.names().stream().anyMatch(name -> covers(name, host));
    }

    private static boolean covers(String name, String host) {
        String plain = name.startsWith("sip:") ? name.substring(4) : name;
        if (plain.equals(host)) {
            return true;
        }
        int dot = host.indexOf('.');
        return plain.startsWith("*.") && dot > 0 && plain.substring(1).equals(host.substring(dot));
    }
}
