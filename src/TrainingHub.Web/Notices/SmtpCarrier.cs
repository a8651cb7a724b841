using System.Net;
using System.Net.Mail;
using System.Text;

namespace TrainingHub.Notices;

/// <summary>Hands a letter to the mail server.</summary>
public sealed class SmtpCarrier(ChannelSettings channels)
{
    public async Task SendAsync(Dispatch letter, CancellationToken cancel)
    {
        var server = channels.Mail ?? throw new InvalidOperationException("No mail server is configured any more.");
        using var client = new SmtpClient(server.Host, server.Port) { EnableSsl = server.IsTls };
        if (server.User is { Length: > 0 } user)
        {
            client.Credentials = new NetworkCredential(user, server.Password);
        }

        using var message = new MailMessage(server.From, letter.To)
        {
            Subject = letter.Subject.ReplaceLineEndings(" "),
            Body = letter.Body,
            SubjectEncoding = Encoding.UTF8,
            BodyEncoding = Encoding.UTF8,
        };
        // The same for every try: a server or mailbox that has it already knows the second copy.
        message.Headers.Add("Message-ID", $"<{letter.Id:N}@{new MailAddress(server.From).Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        await client.SendMailAsync(message, cancel);
    }
}
