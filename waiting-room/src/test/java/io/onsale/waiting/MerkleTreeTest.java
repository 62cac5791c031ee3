package io.onsale.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    /** The leaves and roots of the test that the first logs of certificates were built against. */
    private static final List<String> KNOWN_LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> KNOWN_ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void hasTheRootsOfCertificateTransparency() {
        for (int size = 1; size <= KNOWN_LEAVES.size(); size++) {
            List<Hash> leaves = KNOWN_LEAVES.subList(0, size).stream()
                    .map(MerkleTreeTest::leaf)
                    .toList();

            assertThat(streamed(leaves).hex()).isEqualTo(KNOWN_ROOTS.get(size - 1));
            assertThat(tree(leaves).root().hex()).isEqualTo(KNOWN_ROOTS.get(size - 1));
        }
    }

    @Test
    void hasForNoLeavesTheHashOfNothing() {
        String nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

        assertThat(streamed(List.of()).hex()).isEqualTo(nothing);
        assertThat(tree(List.of()).root().hex()).isEqualTo(nothing);
    }

    @Test
    void isWhatItsDefinitionSays() {
        for (int size = 1; size <= 130; size++) {
            List<Hash> leaves = leaves(size);
            Hash expected = defined(leaves);

            assertThat(streamed(leaves)).isEqualTo(expected);
            assertThat(tree(leaves).root()).isEqualTo(expected);
        }
    }

    @Test
    void everyLeafHasAProofAndNoneHasAnothers() {
        for (int size : new int[] {1, 2, 3, 7, 8, 9, 15, 16, 17, 33, 64, 100}) {
            List<Hash> leaves = leaves(size);
            MerkleTree tree = tree(leaves);
            for (int index = 0; index < size; index++) {
                InclusionProof proof = tree.proof(index);

                assertThat(proof.leads(leaves.get(index), tree.root())).isTrue();
                assertThat(proof.leads(leaves.get((index + 1) % size), tree.root()))
                        .isEqualTo(size == 1);
            }
        }
    }

    @Test
    void aProofThatIsTamperedWithLeadsNowhere() {
        List<Hash> leaves = leaves(21);
        MerkleTree tree = tree(leaves);
        InclusionProof proof = tree.proof(13);
        List<Hash> shorter = proof.path().subList(1, proof.path().size());
        List<Hash> longer =
                Stream.concat(proof.path().stream(), Stream.of(tree.root())).toList();
        List<Hash> swapped = new ArrayList<>(proof.path());
        swapped.set(0, proof.path().get(1));

        assertThat(new InclusionProof(13, 21, shorter).leads(leaves.get(13), tree.root()))
                .isFalse();
        assertThat(new InclusionProof(13, 21, longer).leads(leaves.get(13), tree.root()))
                .isFalse();
        assertThat(new InclusionProof(13, 21, swapped).leads(leaves.get(13), tree.root()))
                .isFalse();
        assertThat(new InclusionProof(12, 21, proof.path()).leads(leaves.get(13), tree.root()))
                .isFalse();
        assertThat(proof.leads(leaves.get(13), leaves.get(0))).isFalse();
    }

    @Test
    void hasNoProofOfALeafThatItDoesNotHave() {
        assertThatThrownBy(() -> tree(leaves(3)).proof(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> new InclusionProof(3, 3, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theRootCanBeAskedForInBetween() {
        List<Hash> leaves = leaves(40);
        MerkleRoot root = new MerkleRoot();
        for (int size = 1; size <= leaves.size(); size++) {
            root.add(leaves.get(size - 1));

            assertThat(root.root()).isEqualTo(defined(leaves.subList(0, size)));
            assertThat(root.size()).isEqualTo(size);
        }
    }

    private static List<Hash> leaves(int size) {
        Random random = new Random(size);
        return Stream.generate(() -> Crowd.hash(random)).limit(size).toList();
    }

    private static Hash streamed(List<Hash> leaves) {
        MerkleRoot root = new MerkleRoot();
        leaves.forEach(root::add);
        return root.root();
    }

    private static MerkleTree tree(List<Hash> leaves) {
        byte[] hashes = new byte[leaves.size() * Hash.BYTES];
        for (int i = 0; i < leaves.size(); i++) {
            System.arraycopy(leaves.get(i).bytes(), 0, hashes, i * Hash.BYTES, Hash.BYTES);
        }
        return new MerkleTree(hashes, leaves.size());
    }

    /** RFC 6962, section 2.1, word for word. */
    private static Hash defined(List<Hash> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return sha256(
                new byte[] {1},
                defined(leaves.subList(0, split)).bytes(),
                defined(leaves.subList(split, leaves.size())).bytes());
    }

    private static Hash leaf(String hex) {
        return sha256(new byte[] {0}, HexFormat.of().parseHex(hex), "".getBytes(StandardCharsets.UTF_8));
    }

    private static Hash sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return Hash.of(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
