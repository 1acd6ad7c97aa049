package kz.aryz.sealing.escrow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.aryz.id.Crockford;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter.Algorithm;
import org.bouncycastle.crypto.threshold.ShamirSplitSecret;
import org.bouncycastle.crypto.threshold.ShamirSplitSecretShare;

/**
 * Shamir's secret sharing (Communications of the ACM 22, 1979): any {@code threshold} shares restore the secret, fewer say
 * nothing about it but its length. The arithmetic is Bouncy Castle's, over the field of
 * AES, GF(2^8).
 */
public final class SecretSharing {

    private static final int ID_BYTES = 5;

    private final SecureRandom random;

    /** @param random draws the polynomials */
    public SecretSharing(SecureRandom random) {
        this.random = random;
    }

    /**
     * Shares {@code secret} out.
     *
     * @param keyset its name
     * @param publicKey fingerprint of the public key that goes with it
     */
    public List<Share> split(byte[] secret, String keyset, String publicKey, int shares, int threshold) {
        Split split = new Split(newId(), keyset, publicKey, shares, threshold, secret.length);
        ShamirSplitSecretShare[] parts = ShamirSecretSplitter.getInstance(Algorithm.AES, secret.length, random)
                .resplit(secret, threshold, shares)
                .getSecretShares();
        return IntStream.range(0, shares)
                .mapToObj(index -> new Share(split, index + 1, Crockford.encode(bytes(parts[index]))))
                .toList();
    }

    /**
     * Puts a secret together.
     *
     * @throws EscrowException if the shares are of different splits, or too few; one that is there twice counts once
     */
    public static byte[] restore(List<Share> shares) {
        Split split = commonSplit(shares);
        Map<Integer, Share> byNumber = new TreeMap<>();
        for (Share share : shares) {
            Share twin = byNumber.putIfAbsent(share.number(), share);
            if (twin != null && !twin.equals(share)) {
                throw new EscrowException("Share " + share.number() + " is there twice, and the two differ.");
            }
        }
        if (byNumber.size() < split.threshold()) {
            throw new EscrowException("%d of %d shares are here, %d are needed: bring %d more."
                    .formatted(
                            byNumber.size(), split.shares(), split.threshold(), split.threshold() - byNumber.size()));
        }
        return join(byNumber.values().stream().limit(split.threshold()).toList());
    }

    private static Split commonSplit(List<Share> shares) {
        List<Split> splits = shares.stream().map(Share::split).distinct().toList();
        if (splits.isEmpty()) {
            throw new EscrowException("There is no share here.");
        }
        if (splits.size() > 1) {
            throw new EscrowException("The shares are of different splits ("
                    + splits.stream()
                            .map(split -> split.keyset() + ' ' + split.id())
                            .collect(Collectors.joining(", "))
                    + "): they never go together. Take those of one split.");
        }
        return splits.getFirst();
    }

    private static byte[] join(List<Share> shares) {
        ShamirSplitSecretShare[] parts = shares.stream()
                .map(share -> new ShamirSplitSecretShare(partOf(share), share.number()))
                .toArray(ShamirSplitSecretShare[]::new);
        try {
            return ShamirSplitSecret.getInstance(Algorithm.AES, parts).getSecret();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] partOf(Share share) {
        return Crockford.decode(share.part())
                .filter(part -> part.length == share.split().length())
                .orElseThrow(() -> new EscrowException("Share " + share.number() + " is damaged."));
    }

    private static byte[] bytes(ShamirSplitSecretShare part) {
        try {
            return part.getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String newId() {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return Crockford.encode(id);
    }
}
