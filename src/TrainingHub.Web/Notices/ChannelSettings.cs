using System.Globalization;

namespace TrainingHub.Notices;

/// <summary>
/// Ways out of the application, as the configuration says (section <c>Notices</c>): a mail server and robots of groups. Without any, people are
/// told inside the application alone.
/// </summary>
public sealed class ChannelSettings
{
    /// <exception cref="InvalidOperationException">Something is missing or cannot be read; says what.</exception>
    public ChannelSettings(IConfiguration configuration)
    {
        var notices = configuration.GetSection("Notices");
        Mail = ReadMail(notices.GetSection("Mail"));
        Robots = [.. notices.GetSection("Robots").GetChildren().Select(ReadRobot)];
        if (Robots.DistinctBy(robot => robot.Name, StringComparer.Ordinal).Count() < Robots.Count)
        {
            throw new InvalidOperationException("Notices:Robots has two robots of one name: their names are told apart in the outbox.");
        }
    }

    /// <summary>Null when no mail is sent.</summary>
    public MailServer? Mail { get; }

    public IReadOnlyList<GroupRobot> Robots { get; }

    public bool IsInside => Mail is null && Robots.Count is 0;

    private static MailServer? ReadMail(IConfigurationSection mail)
    {
        if (mail["Host"] is not { Length: > 0 } host)
        {
            return null;
        }

        return new MailServer(
            host,
            mail.GetValue("Port", 25),
            mail["From"] is { Length: > 0 } from && System.Net.Mail.MailAddress.TryCreate(from, out _) ? from : throw Wrong(mail, "From", "the address from which mail is sent"),
            mail["User"],
            mail["Password"],
            mail.GetValue("Tls", defaultValue: true));
    }

    private static GroupRobot ReadRobot(IConfigurationSection robot) => new(
        robot["Name"] is { Length: > 0 and <= 60 } name ? name : throw Wrong(robot, "Name", "what the group is called, at most 60 characters"),
        Enum.TryParse<DispatchChannel>(robot["Kind"], ignoreCase: true, out var kind) && kind is DispatchChannel.WeCom or DispatchChannel.DingTalk ? kind : throw Wrong(robot, "Kind", "WeCom or DingTalk"),
        Uri.TryCreate(robot["Address"], UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? address : throw Wrong(robot, "Address", "the web address of the robot"),
        robot["Secret"],
        robot["Unit"] is { Length: > 0 } unit ? unit : throw Wrong(robot, "Unit", "the code of the organization whose numbers the group gets"));

    // The value itself is not repeated: an address holds the key to the group.
    private static InvalidOperationException Wrong(IConfigurationSection section, string key, string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{section.Path}:{key} is missing or cannot be read: it is {what}."));
}
