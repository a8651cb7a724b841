using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrainingHub.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddStandards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // By SQLite itself, within the transaction: for a foreign key EF Core would build the table anew outside of one.
            migrationBuilder.Sql("ALTER TABLE \"PublishedEditions\" ADD COLUMN \"OwnerId\" TEXT NULL CONSTRAINT \"FK_PublishedEditions_Organizations_OwnerId\" REFERENCES \"Organizations\" (\"Id\") ON DELETE RESTRICT");

            migrationBuilder.AddColumn<DateTime>(
                name: "PublishedAt",
                table: "PublishedEditions",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));

            migrationBuilder.AddColumn<int>(
                name: "Readers",
                table: "PublishedEditions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "SearchEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Group = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ReadersId = table.Column<Guid>(type: "TEXT", nullable: true),
                    TitleWords = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    TextWords = table.Column<string>(type: "TEXT", maxLength: 1000000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "BasisReviews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CourseSlug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Under = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    ReviewedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReviewedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BasisReviews", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SearchEntries_Kind_Group",
                table: "SearchEntries",
                columns: new[] { "Kind", "Group" });

            migrationBuilder.CreateIndex(
                name: "IX_BasisReviews_CourseSlug_Subject_Under",
                table: "BasisReviews",
                columns: new[] { "CourseSlug", "Subject", "Under" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PublishedEditions_OwnerId",
                table: "PublishedEditions",
                column: "OwnerId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BasisReviews");

            migrationBuilder.DropTable(
                name: "SearchEntries");

            migrationBuilder.DropIndex(
                name: "IX_PublishedEditions_OwnerId",
                table: "PublishedEditions");

            migrationBuilder.DropColumn(
                name: "OwnerId",
                table: "PublishedEditions");

            migrationBuilder.DropColumn(
                name: "PublishedAt",
                table: "PublishedEditions");

            migrationBuilder.DropColumn(
                name: "Readers",
                table: "PublishedEditions");
        }
    }
}
