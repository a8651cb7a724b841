using System.ComponentModel.DataAnnotations;
using System.Text;

namespace TrainingHub.Notices;

/// <summary>Where somebody wants mail.</summary>
public sealed record AddressInput
{
    [Required(ErrorMessage = "Required_Address"), StringLength(Mailbox.LongestAddress, ErrorMessage = "Wrong_Address")]
    public string Address { get; init => field = (value ?? "").Normalize(NormalizationForm.FormKC).Trim(); } = "";

    /// <summary>Whether mail can go there: one address, with a name of a machine that has a dot, without spaces and line ends.</summary>
    internal bool IsAddress =>
        System.Net.Mail.MailAddress.TryCreate(Address, out var read) && string.Equals(read.Address, Address, StringComparison.Ordinal)
        && read.Host.Contains('.', StringComparison.Ordinal) && !Address.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter));
}
