using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TrainingHub.Notices;

/// <summary>The signature that a DingTalk group robot asks for (加签).</summary>
public static class DingTalkSignature
{
    /// <summary>The address with moment and signature: HMAC-SHA256 of "milliseconds, line feed, secret" under the secret.</summary>
    /// <param name="address">Of the robot, with its access token.</param>
    /// <param name="secret">As DingTalk gave it, beginning with SEC.</param>
    /// <param name="now">UTC.</param>
    public static Uri Sign(Uri address, string secret, DateTime now)
    {
        var moment = new DateTimeOffset(now, TimeSpan.Zero).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{moment}\n{secret}"));
        var signed = $"timestamp={moment}&sign={Uri.EscapeDataString(Convert.ToBase64String(hash))}";
        return new UriBuilder(address) { Query = address.Query.Length > 1 ? $"{address.Query[1..]}&{signed}" : signed }.Uri;
    }
}
