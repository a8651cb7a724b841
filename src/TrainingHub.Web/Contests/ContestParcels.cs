using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using TrainingHub.Questions;

namespace TrainingHub.Contests;

/// <summary>
/// Encrypts the pictures of a contest for the way ahead: AES-GCM with a key for each, and filled up to a power of two, so that not even its size tells
/// which picture it is. Keys follow from the contest's secret: every process makes the same ones.
/// </summary>
public sealed class ContestParcels(IDataProtectionProvider protection)
{
    private const int LeastSize = 16 * 1024;
    private const int KeyLength = 32;
    private const int TagLength = 16;

    // A key encrypts one text and no other: nothing is gained by a nonce.
    private static readonly byte[] Nonce = new byte[12];
    private readonly IDataProtector _secrets = protection.CreateProtector("TrainingHub.Contests.Pictures");

    public string NewSecret() => WebEncoders.Base64UrlEncode(_secrets.Protect(RandomNumberGenerator.GetBytes(KeyLength)));

    /// <summary>Empty when the contest has no secret, or one that cannot be read any more.</summary>
    public IReadOnlyList<ContestParcel> Of(Contest contest, IReadOnlyList<ContestCard> cards) =>
        SecretOf(contest) is { } secret
            ? [.. cards.SelectMany(card => card.Question.Prompt.AllPictures.DistinctBy(picture => picture.File, StringComparer.Ordinal).Select(picture => ParcelOf(secret, card.Number, picture)))
                .OrderBy(parcel => parcel.Id, StringComparer.Ordinal)]
            : [];

    /// <summary>Four bytes of length, the picture, zeros; encrypted, and the tag behind it.</summary>
    public static byte[] Encrypt(ContestParcel parcel, byte[] picture)
    {
        var plain = new byte[Math.Max(LeastSize, (int)BitOperations.RoundUpToPowerOf2((uint)picture.Length + sizeof(int)))];
        BinaryPrimitives.WriteInt32BigEndian(plain, picture.Length);
        picture.CopyTo(plain, sizeof(int));
        var sealedBytes = new byte[plain.Length + TagLength];
        using var aes = new AesGcm(parcel.Key, TagLength);
        aes.Encrypt(Nonce, plain, sealedBytes.AsSpan(0, plain.Length), sealedBytes.AsSpan(plain.Length));
        return sealedBytes;
    }

    private static ContestParcel ParcelOf(byte[] secret, int item, QuestionPicture picture) => new(
        item, picture, Convert.ToHexStringLower(Derived(secret, "id", item, picture.File, ContestParcel.IdLength / 2)), Derived(secret, "key", item, picture.File, KeyLength));

    private byte[]? SecretOf(Contest contest)
    {
        try
        {
            return contest.PictureSecret is { } kept ? _secrets.Unprotect(WebEncoders.Base64UrlDecode(kept)) : null;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            // Sealed with a key that is gone: pictures are fetched when they are shown.
            return null;
        }
    }

    private static byte[] Derived(byte[] secret, string what, int item, string file, int length) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, length, salt: null, Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{what} {item} {file}")));
}
