using System.Security.Cryptography;
using System.Text;

namespace TrainingHub.Records;

/// <summary>
/// The names of the day to which an append-only record points by digest. Anonymizing overwrites name and salt here; counts and hashes stay provable.
/// </summary>
public sealed class RecordNames
{
    public required Guid RecordId { get; init; }
    public required string PersonName { get; set; }
    public required string UnitName { get; set; }
    public required string PositionName { get; set; }

    /// <summary>Thirty-two random bytes, lower-case hex; empty once anonymized.</summary>
    public required string Salt { get; set; }

    /// <summary>Whether the names were overwritten. Pages then print 「已匿名」.</summary>
    public bool IsAnonymized => Salt.Length == 0;

    /// <summary>Makes names with a fresh salt.</summary>
    public static RecordNames Of(Guid recordId, string personName, string unitName, string positionName) => new()
    {
        RecordId = recordId,
        PersonName = personName,
        UnitName = unitName,
        PositionName = positionName,
        Salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)),
    };

    /// <summary>Salted SHA-256 over the three names, lower-case hex.</summary>
    public string Digest() => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Join('\n', Salt, PersonName, UnitName, PositionName))));
}
