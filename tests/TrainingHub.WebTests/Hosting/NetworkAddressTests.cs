using System.Net;
using TrainingHub.Hosting;

namespace TrainingHub.WebTests.Hosting;

public sealed class NetworkAddressTests
{
    [Theory]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("203.0.113.7", "::ffff:203.0.113.7", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void Counts_a_network_of_version_6_as_one(string one, string other, bool isSame) =>
        Assert.Equal(isSame, string.Equals(NetworkAddress.KeyOf(IPAddress.Parse(one)), NetworkAddress.KeyOf(IPAddress.Parse(other)), StringComparison.Ordinal));
}
