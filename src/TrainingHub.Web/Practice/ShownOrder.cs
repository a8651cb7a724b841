using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using TrainingHub.Questions;

namespace TrainingHub.Practice;

/// <summary>
/// The order in which a question was shown, carried by the form and unreadable there: of steps to be ordered the author's order is the key.
/// </summary>
public sealed class ShownOrder(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("practice order");

    public string Seal(QuestionVersion question, IReadOnlyList<int> order) => protector.Protect($"{question.Hash} {string.Join(',', order)}");

    /// <summary>Null when it is of another question, or was not sealed here.</summary>
    public IReadOnlyList<int>? Open(QuestionVersion question, string? seal)
    {
        try
        {
            return protector.Unprotect(seal ?? "").Split(' ') is [var hash, var order] && string.Equals(hash, question.Hash, StringComparison.Ordinal)
                ? [.. order.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(index => int.Parse(index, NumberStyles.None, CultureInfo.InvariantCulture))]
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
