using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Notices;
using TrainingHub.Seeds;
using TrainingHub.Storage;

namespace TrainingHub.WebTests.Notices;

/// <summary>Mail and groups: only what was asked for, once, and tried again.</summary>
public abstract class MailTests(WebApp app)
{
    [Fact]
    public async Task An_address_is_proven_before_anything_goes_there_and_two_processes_send_once()
    {
        await using var mail = new MailCatcher(refusals: 1);
        await using var first = WithMail(mail.Port);
        await using var second = WithMail(mail.Port);
        var person = WorldIds.Of("person", SmallWorld.Teacher);

        await first.Services.InScopeAsync(services => services.GetRequiredService<Transactions>().RunAsync(async cancel =>
        {
            var mailbox = new Mailbox { PersonId = person };
            mailbox.Ask("teacher@example.cn", "code", app.Clock.GetUtcNow().UtcDateTime);
            services.GetRequiredService<Db>().Mailboxes.Add(mailbox);
            await services.GetRequiredService<Notify>().RunAsync([new NoticeDraft(person, NoticeKind.Activated, "before", "/account")], cancel);
            mailbox.Confirm("code", app.Clock.GetUtcNow().UtcDateTime);
            await services.GetRequiredService<Db>().SaveChangesAsync(cancel);
            await services.GetRequiredService<Notify>().RunAsync([new NoticeDraft(person, NoticeKind.SessionCancelled, "after", "/sessions/X") { About = "秋季培训", Detail = "暴雨" }], cancel);
        }, default));
        var refused = await SendAsync(first);
        app.Clock.Move(TimeSpan.FromMinutes(2));
        var sent = await Task.WhenAll(SendAsync(first), SendAsync(second));
        app.Clock.Move(TimeSpan.FromHours(1));
        var later = await SendAsync(second);

        Assert.Equal((0, 1, 0), (refused, sent.Sum(), later));
        var letter = Assert.Single(mail.Letters);
        Assert.Contains("teacher@example.cn", letter, StringComparison.Ordinal);
        Assert.Contains("暴雨", Text(letter), StringComparison.Ordinal);
        var kept = await app.WithDbAsync(db => db.Dispatches.AsNoTracking().SingleAsync());
        Assert.Equal((1, ""), (kept.Tries, kept.Body));
        Assert.NotNull(kept.SentAt);
    }

    [Fact]
    public async Task Nothing_is_laid_out_when_the_transaction_is_rolled_back()
    {
        await using var host = WithMail(1);

        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Services.InScopeAsync(services => services.GetRequiredService<Transactions>().RunAsync(async cancel =>
        {
            await services.GetRequiredService<Notify>().RunAsync([new NoticeDraft(WorldIds.Of("person", SmallWorld.Teacher), NoticeKind.Activated, "rolled back", "/account")], cancel);
            throw new InvalidOperationException();
        }, default)));

        Assert.False(await app.WithDbAsync(db => db.Notices.AnyAsync(notice => notice.Key == "rolled back")));
    }

    private WebApplicationFactory<Program> WithMail(int port) => app.WithWebHostBuilder(host => host
        .UseSetting("Notices:Mail:Host", "127.0.0.1").UseSetting("Notices:Mail:Port", port.ToString(System.Globalization.CultureInfo.InvariantCulture))
        .UseSetting("Notices:Mail:From", "training@example.cn").UseSetting("Notices:Mail:Tls", "false"));

    private static async Task<int> SendAsync(WebApplicationFactory<Program> host)
    {
        var sent = 0;
        await host.Services.InScopeAsync(async services => sent = await services.GetRequiredService<SendDispatches>().RunAsync(default));
        return sent;
    }

    // The body is base64 between blank lines.
    private static string Text(string letter) => Encoding.UTF8.GetString(Convert.FromBase64String(Regex.Replace(letter[letter.IndexOf("\n\n", StringComparison.Ordinal)..], @"\s", "")));
}

internal static class ScopeExtensions
{
    extension(IServiceProvider services)
    {
        public async Task InScopeAsync(Func<IServiceProvider, Task> action)
        {
            await using var scope = services.CreateAsyncScope();
            await action(scope.ServiceProvider);
        }
    }
}

public sealed class MailOnSqlite(SqliteApp app) : MailTests(app), IClassFixture<SqliteApp>;

public sealed class MailOnPostgres(PostgresApp app) : MailTests(app), IClassFixture<PostgresApp>;
