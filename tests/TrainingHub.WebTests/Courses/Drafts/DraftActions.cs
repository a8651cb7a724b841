using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Courseware.Files;
using TrainingHub.Seeds;

namespace TrainingHub.WebTests.Courses.Drafts;

/// <summary>What tests of drafts do again and again.</summary>
internal static class DraftActions
{
    public const string City = "云岭市教育局", Linxi = "临溪区教育局", Wangchuan = "望川县教育局";

    public static Dictionary<string, string> Template(string slug, string unit) =>
        new(StringComparer.Ordinal) { ["Kind"] = "template", ["Slug"] = slug, ["Title"] = "门窗安全", ["Unit"] = unit };

    public static Dictionary<string, string> FromVersion(string slug, string unit) =>
        new(StringComparer.Ordinal) { ["Kind"] = "version", ["From"] = slug, ["Unit"] = unit };

    /// <summary>Begins a draft, writes every place that is marked as still to be written, and returns its address.</summary>
    public static async Task<string> BeginAsync(this TestBrowser browser, Dictionary<string, string> fields)
    {
        var draft = await browser.BeginUnwrittenAsync(fields);
        if (fields["Kind"] is "template")
        {
            foreach (var (name, bytes) in TrainingHub.Courses.Drafts.CourseTemplate.Make(fields["Slug"], fields["Title"]).Where(file => !Written(file.Value).SequenceEqual(file.Value)))
            {
                await browser.SaveAsync($"{draft}/files/{name}", Encoding.UTF8.GetString(Written(bytes)));
            }
        }

        return draft;
    }

    /// <summary>Begins a draft and returns its address.</summary>
    public static async Task<string> BeginUnwrittenAsync(this TestBrowser browser, Dictionary<string, string> fields)
    {
        using var answer = await browser.PostAsync("/courses/drafts", fields);
        return await AddressAsync(answer);
    }

    private static byte[] Written(byte[] file) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(file).Replace(TrainingHub.Courseware.UnwrittenPlaces.Mark, "", StringComparison.Ordinal));

    public static async Task<string> UploadZipAsync(this TestBrowser browser, byte[] zip, string unit)
    {
        using var answer = await browser.UploadAsync("/courses/drafts", "File", "course.zip", zip, [new("Kind", "zip"), new("Unit", unit)]);
        return await AddressAsync(answer);
    }

    public static async Task<byte[]> BytesAsync(this TestBrowser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    /// <summary>The stamp in the editor's form.</summary>
    public static async Task<string> KnownAsync(this TestBrowser browser, string file) =>
        Regex.Match(await browser.ReadAsync(file), "name=\"known\" value=\"([0-9a-f]{64})\"").Groups[1].Value;

    public static async Task SaveAsync(this TestBrowser browser, string file, string text)
    {
        using var answer = await browser.PostAsync(file, new() { ["body"] = text, ["known"] = await browser.KnownAsync(file) });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    public static async Task<HttpStatusCode> StatusAsync(this TestBrowser browser, string path, Dictionary<string, string>? fields = null)
    {
        using var answer = await browser.PostAsync(path, fields ?? new(StringComparer.Ordinal));
        return answer.StatusCode;
    }

    /// <summary>Publishes what the draft is now, as somebody who read it just now does.</summary>
    public static async Task<HttpStatusCode> PublishAsync(this TestBrowser browser, WebApp app, string draft) =>
        await browser.StatusAsync($"{draft}/publication", new(StringComparer.Ordinal) { ["stamp"] = await app.StampAsync(draft) });

    public static Task<string> StampAsync(this WebApp app, string draft) => app.WithDbAsync(async db =>
    {
        var id = Guid.Parse(draft.Split('/')[^1]);
        return (await db.CourseDrafts.Where(row => row.Id == id).Select(row => row.Stamp).SingleAsync()).ToString();
    });

    /// <summary>The text of a standard's file.</summary>
    public static byte[] Standard(string slug, string edition, string rest = "") => Encoding.UTF8.GetBytes(
        $"slug: {slug}\ntitle: 某区规定\nedition: \"{edition}\"\nnumber: 某文1号\nissuer: 某区\nissued: {edition}-01-01\n{(rest.Contains("kind:", StringComparison.Ordinal) ? "" : "kind: local\n")}status: inForce\n{rest}clauses:\n  - {{number: 第一条, text: 门要开着。, seen: V}}\n");

    /// <summary>A small course without a fault, changed as told.</summary>
    public static byte[] SmallCourse(string slug, Action<Dictionary<string, byte[]>>? change = null)
    {
        var files = TrainingHub.Courses.Drafts.CourseTemplate.Make(slug, "门窗安全").ToDictionary(file => file.Key, file => Written(file.Value), StringComparer.Ordinal);
        change?.Invoke(files);
        return CourseArchive.Write(files);
    }

    public static string Text(this Dictionary<string, byte[]> files, string path) => Encoding.UTF8.GetString(files[path]);

    public static Dictionary<string, byte[]> Unzip(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var source = entry.Open();
            using var memory = new MemoryStream();
            source.CopyTo(memory);
            return memory.ToArray();
        }, StringComparer.Ordinal);
    }

    /// <summary>Gives somebody else in a unit the right to manage courses.</summary>
    public static Task GrantAsync(this WebApp app, string personKey, string organization) => app.WithDbAsync(async db =>
    {
        var (person, unit) = (WorldIds.Of("person", personKey), WorldIds.Of("organization", organization));
        if (!await db.Grants.AnyAsync(grant => grant.PersonId == person && grant.Capability == TrainingHub.People.Capability.ManageCourses && grant.RevokedAt == null))
        {
            db.Grants.Add(new TrainingHub.People.Grant { Id = Guid.CreateVersion7(), PersonId = person, OrganizationId = unit, Capability = TrainingHub.People.Capability.ManageCourses, GrantedAt = app.Clock.GetUtcNow().UtcDateTime });
            await db.SaveChangesAsync();
        }

        return true;
    });

    private static async Task<string> AddressAsync(HttpResponseMessage answer)
    {
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{answer.StatusCode}: {Shorten(await answer.Content.ReadAsStringAsync())}");
        return answer.Headers.Location!.ToString();
    }

    private static string Shorten(string html) => WebUtility.HtmlDecode(Regex.Replace(html, "(?s)^.*<main|<[^>]*>|\\s+", " "))[..Math.Min(1500, html.Length / 10)];
}
