namespace TrainingHub.Notices;

/// <summary>How the reader is told, and what ways out of the application there are.</summary>
/// <param name="Mailbox">The reader's; null while they have named none.</param>
/// <param name="Channels">As configured.</param>
/// <param name="Standing">Of the outbox; null for whoever does not answer for others.</param>
/// <param name="Calendar">Years up to the next whose holidays nobody entered.</param>
public sealed record SettingsPage(Mailbox? Mailbox, ChannelSettings Channels, SettingsPage.Outbox? Standing, IReadOnlyList<int> Calendar)
{
    /// <summary>What was typed, where it was refused.</summary>
    public AddressInput Address { get; init; } = new() { Address = Mailbox?.Address ?? "" };
    public CodeInput Code { get; init; } = new();

    /// <param name="Waiting">Not sent yet.</param>
    /// <param name="GivenUp">Given up in the last thirty days.</param>
    /// <param name="Fault">The last that was wrong; null when nothing was.</param>
    public sealed record Outbox(int Waiting, int GivenUp, string? Fault);
}
