using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Questions.Imports;

namespace TrainingHub.WebTests.Questions.Imports;

/// <summary>Uploads files of questions and does the background work of their import, step by step.</summary>
internal static class QuestionFiles
{
    public const string Linxi = "临溪区教育局";

    /// <summary>So many true/false questions, each unlike the others.</summary>
    public static byte[] Csv(string about, int questions)
    {
        var text = new StringBuilder("题型,题干,正确答案,依据\n");
        for (var number = 1; number <= questions; number++)
        {
            text.Append(CultureInfo.InvariantCulture, $"判断题,{Words(about, number)}{about}第{number}条,{(number % 2 is 0 ? "对" : "错")},《校园安全手册》\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>
    /// A workbook with a title above its header, a kind merged downwards, a percentage, a hidden row, a formula, a picture within a cell, pictures on rows 3
    /// (with words), 4 (without) and 8 (two), and a hidden sheet.
    /// </summary>
    public static byte[] Workbook(byte[] picture)
    {
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string package = "http://schemas.openxmlformats.org/package/2006/relationships";
        var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>""");
            Add("_rels/.rels", Links($"""<Relationship Id="rId1" Type="{links}/officeDocument" Target="xl/workbook.xml"/>"""));
            Add("xl/workbook.xml", $"""<workbook xmlns="{main}" xmlns:r="{links}"><sheets><sheet name="题目" sheetId="1" r:id="rId1"/><sheet name="备用" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>""");
            Add("xl/_rels/workbook.xml.rels", Links($"""<Relationship Id="rId1" Type="{links}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{links}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="{links}/styles" Target="styles.xml"/>"""));
            Add("xl/styles.xml", $"""<styleSheet xmlns="{main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="9" applyNumberFormat="1"/></cellXfs></styleSheet>""");
            Add("xl/worksheets/sheet1.xml", $"""
                <worksheet xmlns="{main}" xmlns:r="{links}"><sheetData>
                <row r="1"><c r="A1" t="inlineStr"><is><t>实验室题库</t></is></c></row>
                <row r="2">{Texts(2, "题型", "题干", "选项A", "选项B", "答案", "解析", "标签")}</row>
                <row r="3">{Texts(3, "单选题", "图里的药品柜通风口应当占柜门面积的多少才合适？")}<c r="C3" s="1"><v>0.5</v></c>{Texts(3, "", "", "", "十分之一", "A", "便于通风。", "表格图")}</row>
                <row r="4">{Texts(4, "", "图里灭火器压力表的指针停在哪个颜色的区域？", "绿区", "红区", "A", "绿区正常。", "表格图")}</row>
                <row r="5" hidden="1">{Texts(5, "判断题", "洗眼器前面可以堆放刚到的玻璃器皿。", "", "", "错", "要随时能用。", "表格图")}</row>
                <row r="6">{Texts(6, "判断题")}<c r="B6" t="str"><f>A1</f><v>废液桶要贴标签并且盖好盖子。</v></c>{Texts(6, "", "", "", "", "对", "见规程。", "表格图")}</row>
                <row r="7">{Texts(7, "判断题", "用图判断酒精灯的灯帽是不是盖好。", "", "", "对", "", "表格图")}<c r="H7" t="str"><f>DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c></row>
                <row r="8">{Texts(8, "判断题", "两张图里的试剂架都固定在墙上。", "", "", "对", "", "表格图")}</row>
                </sheetData><mergeCells count="1"><mergeCell ref="A3:A4"/></mergeCells><drawing r:id="rId1"/></worksheet>
                """);
            Add("xl/worksheets/sheet2.xml", $"""<worksheet xmlns="{main}"><sheetData><row r="1">{Texts(1, "题型", "题干", "答案")}</row><row r="2">{Texts(2, "判断题", "藏起来的题。", "对")}</row></sheetData></worksheet>""");
            Add("xl/worksheets/_rels/sheet1.xml.rels", Links($"""<Relationship Id="rId1" Type="{links}/drawing" Target="../drawings/drawing1.xml"/>"""));
            Add("xl/drawings/drawing1.xml", $"""<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="{links}">{Anchor(2, "rId1", "带通风口的药品柜")}{Anchor(3, "rId2", "")}{Anchor(7, "rId1", "试剂架")}{Anchor(7, "rId2", "试剂架")}</xdr:wsDr>""");
            Add("xl/drawings/_rels/drawing1.xml.rels", Links($"""<Relationship Id="rId1" Type="{links}/image" Target="../media/image1.png"/><Relationship Id="rId2" Type="{links}/image" Target="/xl/media/image2.png"/>"""));
            foreach (var name in new[] { "xl/media/image1.png", "xl/media/image2.png" })
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(picture);
            }

            void Add(string path, string content)
            {
                using var writer = new StreamWriter(zip.CreateEntry(path).Open());
                writer.Write(content);
            }
        }

        return memory.ToArray();

        static string Links(string content) => $"""<Relationships xmlns="{package}">{content}</Relationships>""";

        static string Texts(int row, params string[] cells) =>
            string.Concat(cells.Index().Where(cell => cell.Item.Length > 0).Select(cell => $"""<c r="{(char)('A' + cell.Index)}{row.ToString(CultureInfo.InvariantCulture)}" t="inlineStr"><is><t>{cell.Item}</t></is></c>"""));

        static string Anchor(int row, string link, string words) =>
            $"""<xdr:oneCellAnchor><xdr:from><xdr:col>8</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{row.ToString(CultureInfo.InvariantCulture)}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="图片" descr="{words}"/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="{link}"/></xdr:blipFill></xdr:pic></xdr:oneCellAnchor>""";
    }

    // Stems that differ as those of a real bank do: by their words, not by a number alone, and in each file by others.
    private static string Words(string about, int number)
    {
        var random = new Random((about.Sum(letter => letter) * 1009) + number);
        return string.Concat(Enumerable.Range(0, 18).Select(_ => (char)(0x4E00 + random.Next(0x5000))));
    }

    extension(WebApp app)
    {
        public async Task TakeAsync(int steps = int.MaxValue)
        {
            while (steps-- > 0 && await app.InsideAsync(async services =>
            {
                var work = services.GetRequiredService<QuestionImportWork>();
                return await work.FindAsync("test", default) is { } id && (await work.StepAsync(id, default) || await work.FindAsync("test", default) is not null);
            }))
            {
                // The condition does the work.
            }
        }
    }

    extension(WebApp app)
    {
        /// <summary>Sends a file and has it read; the address of the import.</summary>
        public async Task<string> StageAsync(TestBrowser browser, byte[] bytes, string folder = "", string basis = "")
        {
            using var answer = await browser.UploadQuestionsAsync(bytes, folder: folder, basis: basis);
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
            await app.TakeAsync();
            return answer.Headers.Location!.OriginalString;
        }
    }

    extension(TestBrowser browser)
    {
        public Task<HttpResponseMessage> UploadQuestionsAsync(byte[] bytes, string unit = Linxi, string folder = "", string basis = "", string name = "题目.csv") =>
            browser.UploadAsync("/questions/imports", "File", name, bytes, new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Unit"] = unit,
                ["Folder"] = folder,
                ["Basis"] = basis,
                ["Use"] = "Both",
            });

        public async Task<HttpStatusCode> StepAsync(string address)
        {
            using var answer = await browser.PostAsync(address, new Dictionary<string, string>(StringComparer.Ordinal));
            return answer.StatusCode;
        }
    }
}
