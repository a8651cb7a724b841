using System.Security.Cryptography;
using System.Text;

namespace TrainingHub.Storage;

/// <summary>A short mark of what a form was made from. When it differs at the time of saving, somebody else changed the rows meanwhile.</summary>
public static class KnownVersion
{
    /// <summary>Of the ids of the rows that were known; their order does not matter.</summary>
    public static string Of(IEnumerable<Guid> rows) =>
        Of(rows.Order().Select(row => row.ToString("N")));

    /// <summary>Whether the rows are others than the form was made from; never when it does not say.</summary>
    public static bool IsStale(string? version, IEnumerable<Guid> rows) =>
        version is not null && !string.Equals(version, Of(rows), StringComparison.Ordinal);

    /// <summary>Of values, in this order.</summary>
    public static string Of(IEnumerable<string?> values) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', values)))[..8]);
}
