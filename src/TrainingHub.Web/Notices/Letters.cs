using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Hosting;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Notices;

/// <summary>Lays out mail for the worker that sends it; saved by the caller, in its transaction. Without a mail server nothing is laid out.</summary>
public sealed class Letters(Db db, ChannelSettings channels, NoticeWords words, PublicAddress address, Ids ids, DayClock clock, IStringLocalizer<NoticesText> text)
{
    /// <summary>The same as the notices, to those who typed the code that proves their address.</summary>
    public async Task AddAsync(IReadOnlyCollection<Notice> notices, CancellationToken cancel)
    {
        if (channels.Mail is null)
        {
            return;
        }

        var people = notices.Select(notice => notice.PersonId).Distinct().ToList();
        var mailboxes = await db.Mailboxes.AsNoTracking().Where(mailbox => people.Contains(mailbox.PersonId) && mailbox.ConfirmedAt != null)
            .ToDictionaryAsync(mailbox => mailbox.PersonId, mailbox => mailbox.Address, cancel);
        db.Dispatches.AddRange(
            from notice in notices
            where mailboxes.ContainsKey(notice.PersonId)
            select NoticeWords.InChinese(() => LetterOf(notice, mailboxes[notice.PersonId])));
    }

    /// <summary>The code that proves an address, to that address.</summary>
    public void AddCode(string to, string code) =>
        db.Dispatches.Add(NoticeWords.InChinese(() => Of($"code:{ids.Next():N}", to, text["Mail_Code_Subject"], text["Mail_Code_Body", code])));

    private Dispatch LetterOf(Notice notice, string to)
    {
        var body = new StringBuilder(words.Sentence(notice)).Append('\n');
        foreach (var line in words.Lines(notice))
        {
            body.Append("- ").Append(line).Append('\n');
        }

        body.Append('\n').Append(text["Mail_See", address.OutsideRequests(notice.Link.TrimStart('/'))]).Append('\n').Append(text["Mail_Foot"]);
        return Of($"notice:{notice.Id:N}", to, words.Title(notice), body.ToString());
    }

    private Dispatch Of(string key, string to, string subject, string body) => new()
    {
        Id = ids.Next(),
        Channel = DispatchChannel.Mail,
        Key = key,
        To = to,
        Subject = subject,
        Body = body,
        CreatedAt = clock.Now,
        DueAt = clock.Now,
    };
}
