import Fetch
import Testing

struct AddressPolicyTests {
  @Test(
    "it refuses what is not on the public internet",
    arguments: [
      "127.0.0.1", "127.8.9.10", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1",
      "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "198.18.0.1",
      "::1",
      "::", "fe80::1", "fe80::1%eth0", "fd00:ec2::254", "ff02::1", "::ffff:127.0.0.1",
      "64:ff9b::a00:1",
      "2002:7f00:1::", "::10.0.0.1", "2001:db8::1", "", "example.org", "1.2.3.4.5",
    ]
  )
  func refuses(address: String) {
    #expect(!AddressPolicy().allows(address))
  }

  @Test(
    "it allows public addresses",
    arguments: [
      "1.1.1.1", "171.224.0.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "::ffff:1.1.1.1",
      "64:ff9b::808:808",
    ]
  )
  func allows(address: String) {
    #expect(AddressPolicy().allows(address))
  }

  @Test("it allows the networks that the settings name, and no others")
  func allowsNamed() {
    let policy = AddressPolicy(allowing: [
      "127.0.0.0/8", "::1", "10.1.2.3", "nonsense", "1.2.3.4/99",
    ])
    #expect(policy.allows("127.0.0.1"))
    #expect(policy.allows("::ffff:127.0.0.1"))
    #expect(policy.allows("::1"))
    #expect(policy.allows("10.1.2.3"))
    #expect(!policy.allows("10.1.2.4"))
    #expect(!policy.allows("::"))
  }
}
