using System.Net;
using System.Net.Sockets;

namespace TrainingHub.Hosting;

/// <summary>Where a request comes from, as the key of a counter in memory. It is written nowhere.</summary>
public static class NetworkAddress
{
    /// <summary>
    /// The address; of version 6 the network's first 64 bits, since a household or a machine has a whole /64. Empty when unknown.
    /// </summary>
    public static string KeyOf(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes(), 0, 8) : address.ToString();
    }
}
