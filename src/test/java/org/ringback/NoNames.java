package org.ringback;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.stream.Stream;

/** Knows no host, and says on standard error who asked for one: to ask for a name may send a packet. */
public final class NoNames extends InetAddressResolverProvider implements InetAddressResolver {

    /** For the service loader. */
    public NoNames() {}

    static final String ASKED = "A name was asked for: ";

    @Override
    public InetAddressResolver get(Configuration configuration) {
        return this;
    }

    @Override
    public String name() {
        return "no names";
    }

    @Override
    public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
        System.err.println(ASKED + host);
        throw new UnknownHostException(host);
    }

    @Override
    public String lookupByAddress(byte[] address) throws UnknownHostException {
        System.err.println(ASKED + address.length);
        throw new UnknownHostException();
    }
}
