using TrainingHub.Notices;

namespace TrainingHub.UnitTests.Notices;

/// <summary>What leaves the application, and the address that mail goes to.</summary>
public sealed class DispatchTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 1, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Is_taken_by_one_tried_with_growing_pauses_and_given_up()
    {
        var letter = Letter();
        var (now, pauses) = (Now, new List<double>());

        Assert.False(Letter().Take(Now, Now.AddSeconds(-1)));
        Assert.True(letter.Take(Now.AddMinutes(3), Now));
        Assert.False(letter.Take(Now.AddMinutes(3), Now.AddMinutes(2)));
        while (!letter.IsOver)
        {
            letter.Failed("SMTP", now);
            pauses.Add((letter.DueAt - now).TotalMinutes);
            now = letter.DueAt > now ? letter.DueAt : now;
        }

        Assert.Equal([1, 5, 15, 60, 240, 720], pauses.Take(6));
        Assert.NotNull(letter.GivenUpAt);
        Assert.Empty(letter.Body);
        Assert.False(letter.Take(now.AddDays(1), now.AddDays(1)));
    }

    [Fact]
    public void Keeps_no_text_once_it_is_sent()
    {
        var letter = Letter();

        letter.Sent(Now);

        Assert.Empty(letter.Body);
        Assert.True(letter.IsOver);
    }

    [Fact]
    public void An_address_is_proven_by_the_right_code_in_time_and_in_few_tries()
    {
        var mailbox = new Mailbox { PersonId = Guid.CreateVersion7() };
        mailbox.Ask("a@example.cn", "right", Now);

        Assert.False(mailbox.MayAsk(Now.AddSeconds(59)));
        Assert.False(mailbox.Confirm("wrong", Now));
        Assert.False(mailbox.Confirm("right", Now.AddMinutes(31)));
        Assert.True(mailbox.Confirm("right", Now.AddMinutes(30)));
        Assert.NotNull(mailbox.ConfirmedAt);

        mailbox.Ask("b@example.cn", "next", Now.AddHours(1));
        Assert.Null(mailbox.ConfirmedAt);
        for (var time = 0; time < Mailbox.MostTries; time++)
        {
            Assert.False(mailbox.Confirm("wrong", Now.AddHours(1)));
        }

        Assert.False(mailbox.Confirm("next", Now.AddHours(1)));
    }

    [Fact]
    public void Signs_as_DingTalk_asks()
    {
        var address = new Uri("https://oapi.dingtalk.com/robot/send?access_token=abc");
        // Reckoned with openssl: printf '1763860000000\nSECabc' | openssl dgst -sha256 -hmac SECabc -binary | base64
        var signed = DingTalkSignature.Sign(address, "SECabc", DateTimeOffset.FromUnixTimeMilliseconds(1_763_860_000_000).UtcDateTime);

        Assert.Equal("https://oapi.dingtalk.com/robot/send?access_token=abc&timestamp=1763860000000&sign=GKbN1JUIXmEI6JZVv2dupqhsRjeHX%2FvuOqyGQmRMfPo%3D", signed.AbsoluteUri);
    }

    [Fact]
    public void A_notice_that_was_read_keeps_the_first_moment()
    {
        var notice = new Notice { Id = Guid.CreateVersion7(), PersonId = Guid.CreateVersion7(), Kind = NoticeKind.Activated, Key = "one", At = Now, Link = "/" };

        notice.Read(true, Now);
        notice.Read(true, Now.AddHours(1));
        Assert.Equal(Now, notice.ReadAt);
        notice.Read(false, Now.AddHours(2));
        Assert.Null(notice.ReadAt);
    }

    private static Dispatch Letter() => new()
    {
        Id = Guid.CreateVersion7(),
        Channel = DispatchChannel.Mail,
        Key = "k",
        To = "a@example.cn",
        Subject = "s",
        Body = "b",
        CreatedAt = Now,
        DueAt = Now,
    };
}
