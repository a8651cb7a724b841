using System.Security.Cryptography;
using System.Text;

namespace TrainingHub.Seeds;

/// <summary>Ids made from keys, so that a world has the same ids wherever it is loaded.</summary>
public static class WorldIds
{
    public static Guid Of(string kind, string key) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}/{key}")).AsSpan(0, 16));

    /// <summary>An organization's public code: eight characters.</summary>
    public static string CodeOf(string key)
    {
        const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"code/{key}"));
        return string.Concat(bytes.Take(8).Select(value => Alphabet[value % Alphabet.Length]));
    }
}
