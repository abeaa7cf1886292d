<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa_IR" sourcelanguage="en_US">
    <context>
        <name>AcquisitionChannel</name>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Advertisement</source>
            <translation>تبلیغات</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Instagram</source>
            <translation>اینستاگرام</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Other</source>
            <translation>دیگر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Referral</source>
            <translation>معرفی دیگران</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Shop's own list</source>
            <translation>فهرست خود فروشگاه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Telegram</source>
            <translation>تلگرام</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Walk-in</source>
            <translation>مراجعهٔ حضوری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Website</source>
            <translation>وب‌سایت</translation>
        </message>
    </context>
    <context>
        <name>Amounts</name>
        <message>
            <location filename="../ecrm_desktop/values/compact.py" />
            <source>{number} billion</source>
            <translation>{number} میلیارد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/compact.py" />
            <source>{number} million</source>
            <translation>{number} میلیون</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/compact.py" />
            <source>{number} thousand</source>
            <translation>{number} هزار</translation>
        </message>
    </context>
    <context>
        <name>Audit</name>
        <message>
            <location filename="../ecrm_desktop/reports/audit.py" />
            <source>, </source>
            <translation>، </translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/audit/page.py" />
            <source>About</source>
            <translation>دربارهٔ</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/change_texts.py" />
            <source>Added</source>
            <translation>افزوده شد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/audit/values.py" />
            <source>After</source>
            <translation>پس</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/audit.py" />
            <source>Audit trail</source>
            <translation>ردپا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/change_texts.py" />
            <source>Audit trail thinned</source>
            <translation>ردپا کوتاه شد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/change_texts.py" />
            <source>Backup restored</source>
            <translation>پشتیبان برگردانده شد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/audit/values.py" />
            <source>Before</source>
            <translation>پیش</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/change_texts.py" />
            <source>Changed</source>
            <translation>تغییر کرد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/audit/columns.py" />
            <source>Computer</source>
            <translation>رایانه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/change_texts.py" />
            <source>Deleted</source>
            <translation>حذف شد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/change_texts.py" />
            <source>Deleted for good</source>
            <translation>پاک شد برای همیشه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/change_texts.py" />
            <source>Forgotten</source>
            <translation>فراموش شد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/change_texts.py" />
            <source>Import undone</source>
            <translation>ورود برگردانده شد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/change_texts.py" />
            <source>Imported</source>
            <translation>وارد شد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/audit/columns.py" />
            <source>Kind</source>
            <translation>نوع</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/change_texts.py" />
            <source>Merge undone</source>
            <translation>جدا شد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/change_texts.py" />
            <source>Merged</source>
            <translation>یکی شد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/audit/page.py" />
            <source>Name or value</source>
            <translation>نام یا مقدار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/audit/card.py" />
            <source>No entry chosen</source>
            <translation>ردیفی انتخاب نشده است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/audit/page.py" />
            <source>No entry fits</source>
            <translation>ردیفی پیدا نشد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/change_texts.py" />
            <source>Nobody named</source>
            <translation>بی‌نام</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/audit/values.py" />
            <source>Nothing that people fill in was changed.</source>
            <translation>چیزی که کسی پر می‌کند تغییر نکرد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/audit/page.py" />
            <source>Nothing was written down yet</source>
            <translation>هنوز چیزی نوشته نشده است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/audit/card.py" />
            <source>Open</source>
            <translation>باز کردن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/audit.py" />
            <source>Record</source>
            <translation>روی چه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/change_texts.py" />
            <source>Recorded</source>
            <translation>ثبت شد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/audit/card.py" />
            <source>Records of this entry</source>
            <translation>ثبت‌های این ردیف</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/change_texts.py" />
            <source>Taken away</source>
            <translation>برداشته شد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/change_texts.py" />
            <source>Taken back</source>
            <translation>برگشت از سطل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/change_texts.py" />
            <source>Taken out</source>
            <translation>خروجی گرفته شد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/audit/values.py" />
            <source>The values were removed with a customer who was forgotten.</source>
            <translation>مقدارها همراه مشتری فراموش‌شده پاک شده‌اند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/audit.py" />
            <source>Time</source>
            <translation>زمان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/change_texts.py" />
            <source>User who is gone</source>
            <translation>کاربری که دیگر نیست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/audit/values.py" />
            <source>Values before and after</source>
            <translation>مقدارهای پیش و پس</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/audit.py" />
            <source>What changed</source>
            <translation>چه چیزی تغییر کرد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/audit/card.py" />
            <source>What was changed is shown here, before and after.</source>
            <translation>آنچه تغییر کرده است، پیش و پس، اینجا دیده می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/audit.py" />
            <source>What was done</source>
            <translation>چه شد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/audit/page.py" />
            <source>Whatever is recorded, changed or deleted leaves its trace here.</source>
            <translation>هر چه ثبت، عوض یا حذف شود اینجا رد می‌گذارد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/audit/page.py" />
            <source>When</source>
            <translation>کی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/audit.py" />
            <source>Who</source>
            <translation>چه کسی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/change_texts.py" />
            <source>Wrong password or code</source>
            <translation>رمز یا کد نادرست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/audit/values.py" />
            <source>and {count} more parts</source>
            <translation>و {count} بخش دیگر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/change_texts.py" />
            <source>forgotten customer</source>
            <translation>مشتری فراموش‌شده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/audit.py" />
            <source>{count} changes in all kinds of records</source>
            <translation>{count} تغییر در ثبت‌های گوناگون</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/change_texts.py" />
            <source>{count} × {kind}</source>
            <translation>{count} {kind}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/audit.py" />
            <source>{field}: {after}</source>
            <translation>{field}: {after}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/audit.py" />
            <source>{field}: {before} → nothing</source>
            <translation>{field}: {before} ← هیچ</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/audit.py" />
            <source>{field}: {before} → {after}</source>
            <translation>{field}: {before} ← {after}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/change_texts.py" />
            <source>{kind}: {name}</source>
            <translation>{kind}: {name}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/audit.py" />
            <source>{what}: {done}</source>
            <translation>{what}: {done}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/audit.py" />
            <source>{what}: {values}</source>
            <translation>{what}: {values}</translation>
        </message>
    </context>
    <context>
        <name>Backup</name>
        <message>
            <location filename="../ecrm_desktop/ui/settings/backup.py" />
            <source>All backups are on this computer. If its disk breaks, they go with it: choose a stick or another disk too.</source>
            <translation>همهٔ پشتیبان‌ها روی همین رایانه‌اند. اگر دیسک آن بسوزد، آن‌ها هم از دست می‌روند: یک فلش یا دیسک دیگر هم انتخاب کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/backup.py" />
            <source>All the data as tables in one file, which Excel and other programs read, and which a new installation of this program brings back</source>
            <translation>همهٔ داده‌ها به شکل جدول در یک فایل که اکسل و برنامه‌های دیگر می‌خوانند و این برنامه پس از نصب تازه باز می‌گرداند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/dashboard/backup_note.py" />
            <source>Back up now</source>
            <translation>پشتیبان بگیر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/backup.py" />
            <source>Backups</source>
            <translation>پشتیبان‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/backups/restore_sheet.py" />
            <source>Backups (*.db)</source>
            <translation>پشتیبان‌ها (*.db)</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/backups/texts.py" />
            <source>Calls</source>
            <translation>تماس‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/backups/texts.py" />
            <source>Complaints</source>
            <translation>شکایت‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/backups/texts.py" />
            <source>Customers</source>
            <translation>مشتریان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/backup.py" />
            <source>Folder or stick…</source>
            <translation>پوشه یا فلش…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/backups/restore_sheet.py" />
            <source>In the backup</source>
            <translation>در پشتیبان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/backups/restore_sheet.py" />
            <source>In the shop now</source>
            <translation>اکنون در فروشگاه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/backup.py" />
            <source>Keep at most</source>
            <translation>حداکثر نگه داشته شود</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/backups/texts.py" />
            <source>Last change</source>
            <translation>آخرین تغییر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/dashboard/backup_note.py" />
            <source>Making a backup…</source>
            <translation>پشتیبان ساخته می‌شود…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/dashboard/backup_note.py" />
            <source>No backup has worked for {days} days.</source>
            <translation>{days} روز است پشتیبان‌گیری انجام نشده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/backups/texts.py" />
            <source>Products</source>
            <translation>کالاها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/backups/texts.py" />
            <source>Purchases</source>
            <translation>خریدها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/backups/restore_sheet.py" />
            <source>Put {other} in the place of {now}</source>
            <translation>{other} جای {now} بنشیند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/backups/restore_sheet.py" />
            <source>Restore</source>
            <translation>بازگردان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/backup.py" />
            <source>Restore from a file…</source>
            <translation>بازگرداندن از فایل…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/backups/restore_sheet.py" />
            <source>Restore this backup?</source>
            <translation>این پشتیبان بازگردانده شود؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/backup.py" />
            <source>Restore…</source>
            <translation>بازگرداندن…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/backups/texts.py" />
            <source>Shop</source>
            <translation>فروشگاه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/backup.py" />
            <source>Take everything with you…</source>
            <translation>همه‌چیز را با خود ببرید…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/backups/texts.py" />
            <source>Tasks</source>
            <translation>کارها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/dashboard/backup_note.py" />
            <source>The backup was made and checked.</source>
            <translation>پشتیبان ساخته و بررسی شد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/maintenance.py" />
            <source>The backup was restored; what was there is kept.</source>
            <translation>پشتیبان بازگردانده شد؛ آنچه پیش‌تر بود نگه داشته شده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/backup.py" />
            <source>The oldest go first; the newest two always stay.</source>
            <translation>اول کهنه‌ترین‌ها پاک می‌شوند؛ دو پشتیبان آخر همیشه می‌مانند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/backup.py" />
            <source>The program makes a backup by itself every day and when it is closed, and checks it.</source>
            <translation>برنامه هر روز و هنگام بستن، خودش پشتیبان می‌گیرد و آن را بررسی می‌کند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/backups/restore_sheet.py" />
            <source>The shop becomes as the backup is. What it has now is kept in a file of its own, from which it can be brought back here.</source>
            <translation>فروشگاه همان می‌شود که در پشتیبان است. آنچه اکنون دارد در فایلی جدا می‌ماند و از همین‌جا می‌شود آن را برگرداند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/backups.py" />
            <source>The shop's file is ready for this version. A backup of how it was before is here: {path}</source>
            <translation>فایل فروشگاه برای این نسخهٔ برنامه آماده شد. پشتیبانی از همان‌طور که پیش‌تر بود این‌جاست: {path}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/backup.py" />
            <source>There is no backup yet. The first one takes a moment.</source>
            <translation>هنوز پشتیبانی نیست. ساختن اولی چند لحظه طول می‌کشد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/backups/restore_sheet.py" />
            <source>This backup is of another shop, {other}; the one here is {now}.</source>
            <translation>این پشتیبان از فروشگاه دیگری است: {other}. فروشگاه اینجا {now} است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/backup.py" />
            <source>This computer</source>
            <translation>همین رایانه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/backup.py" />
            <source>Use no more</source>
            <translation>دیگر استفاده نشود</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/dashboard/backup_note.py" />
            <source>What is wrong?</source>
            <translation>مشکل چیست؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/backup.py" />
            <source>Where shall backups go too?</source>
            <translation>پشتیبان‌ها کجا هم گذاشته شوند؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/backups/restore_sheet.py" />
            <source>Which backup?</source>
            <translation>کدام پشتیبان؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/dashboard/backup_note.py" />
            <source>You have no backup yet.</source>
            <translation>هنوز پشتیبان ندارید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/backup.py" />
            <source>chosen folder</source>
            <translation>پوشهٔ انتخابی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/backup.py" />
            <source>gigabytes in each folder</source>
            <translation>گیگابایت در هر پوشه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/backup.py" />
            <source>no backup yet</source>
            <translation>هنوز پشتیبان ندارد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/backups/texts.py" />
            <source>nothing yet</source>
            <translation>هنوز هیچ</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/backup.py" />
            <source>replaced by a restore</source>
            <translation>کنارگذاشته هنگام بازگرداندن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/backup.py" />
            <source>{count} files, {size} in all</source>
            <translation>{count} فایل، روی هم {size}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/backups/texts.py" />
            <source>{day} {time}</source>
            <translation>{day} {time}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/backups/texts.py" />
            <source>{size} megabytes</source>
            <translation>{size} مگابایت</translation>
        </message>
    </context>
    <context>
        <name>Bin</name>
        <message>
            <location filename="../ecrm_desktop/ui/bin/page.py" />
            <source>Bin</source>
            <translation>سطل بازیافت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/bin/page.py" />
            <source>Deleted</source>
            <translation>زمان حذف</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/bin/page.py" />
            <source>Empty the bin</source>
            <translation>خالی کردن سطل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/bin/page.py" />
            <source>Empty the bin for good?</source>
            <translation>سطل برای همیشه خالی شود؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/bin/page.py" />
            <source>Forget for good…</source>
            <translation>فراموش کردن برای همیشه…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/bin/page.py" />
            <source>Kind</source>
            <translation>نوع</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/bin/page.py" />
            <source>Nothing was deleted lately. What you delete can be undone here.</source>
            <translation>این روزها چیزی حذف نشده است. هر چه حذف کنید از همین‌جا برمی‌گردد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/bin/page.py" />
            <source>Records</source>
            <translation>تعداد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/bin/page.py" />
            <source>Take back out</source>
            <translation>برگرداندن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/bin/page.py" />
            <source>The bin is empty</source>
            <translation>سطل خالی است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/bin/page.py" />
            <source>The bin was emptied.</source>
            <translation>سطل خالی شد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/bin/page.py" />
            <source>This was several customers or a merge: take it back out, and forget each.</source>
            <translation>این چند مشتری یا یکی کردن بود: برش گردانید و هر یک را جدا فراموش کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/bin/page.py" />
            <source>Untitled</source>
            <translation>بی‌عنوان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/bin/page.py" />
            <source>What</source>
            <translation>چه چیزی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/bin/page.py" />
            <source>What is in it cannot be taken back any more.</source>
            <translation>دیگر نمی‌شود آنچه را در آن است برگرداند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/bin/page.py" />
            <source>What you delete stays here for {days} days.</source>
            <translation>هر چه حذف کنید تا {days} روز این‌جا می‌ماند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/bin/page.py" />
            <source>{name} and {count} more</source>
            <translation>{name} و {count} مورد دیگر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/bin/page.py" />
            <source>“{name}” and {count} more are back.</source>
            <translation>«{name}» و {count} مورد دیگر برگشتند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/bin/page.py" />
            <source>“{name}” is back in its place.</source>
            <translation>«{name}» سر جایش برگشت.</translation>
        </message>
    </context>
    <context>
        <name>Birthdays</name>
        <message>
            <location filename="../ecrm_desktop/reports/birthdays.py" />
            <source>Birthday of {name}</source>
            <translation>تولد {name}</translation>
        </message>
    </context>
    <context>
        <name>Bulk</name>
        <message>
            <location filename="../ecrm_desktop/ui/segments/bulk.py" />
            <source>A task for {people}</source>
            <translation>یک کار برای {people}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/bulk.py" />
            <source>It was undone.</source>
            <translation>برگردانده شد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/bulk.py" />
            <source>Leave {people} out of this group</source>
            <translation>کنار گذاشتن {people} از این گروه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/bulk.py" />
            <source>Put a tag on {people}</source>
            <translation>برچسب زدن به {people}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/bulk.py" />
            <source>Tag</source>
            <translation>برچسب</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/bulk.py" />
            <source>Why</source>
            <translation>چرا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/bulk.py" />
            <source>{count} tasks are more than anybody does. Choose at most {limit} customers.</source>
            <translation>{count} کار بیش از آن است که کسی انجام دهد. حداکثر {limit} مشتری را برگزینید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/bulk.py" />
            <source>{count} tasks were made.</source>
            <translation>{count} کار ساخته شد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/bulk.py" />
            <source>{people} got the tag “{tag}”.</source>
            <translation>{people} برچسب «{tag}» گرفت.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/bulk.py" />
            <source>{people} left out of the group.</source>
            <translation>{people} از گروه کنار گذاشته شد.</translation>
        </message>
    </context>
    <context>
        <name>Calendar</name>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/calendar_popup.py" />
            <source>Next month</source>
            <translation>ماه بعد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/calendar_popup.py" />
            <source>Next year</source>
            <translation>سال بعد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/calendar_popup.py" />
            <source>Previous month</source>
            <translation>ماه قبل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/calendar_popup.py" />
            <source>Previous year</source>
            <translation>سال قبل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/calendar_popup.py" />
            <source>Today</source>
            <translation>امروز</translation>
        </message>
    </context>
    <context>
        <name>CallSheet</name>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/caller_picker.py" />
            <source>An unknown number: Enter goes on with it.</source>
            <translation>شمارهٔ ناشناس است. با Enter همین شماره ثبت می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/call_fields.py" />
            <source>Another time or length</source>
            <translation>زمان و مدت دیگر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/call_fields.py" />
            <source>Channel</source>
            <translation>راه ارتباط</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/call_fields.py" />
            <source>Customer</source>
            <translation>مشتری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/unfinished_forms.py" />
            <source>Edit the interaction</source>
            <translation>ویرایش تماس</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/call_fields.py" />
            <source>Follow up on</source>
            <translation>پیگیری در</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/call_fields.py" />
            <source>Follow up: {name}</source>
            <translation>پیگیری {name}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/call_fields.py" />
            <source>Kind</source>
            <translation>نوع</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/context_panel.py" />
            <source>Last interaction</source>
            <translation>آخرین گفت‌وگو</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/context_panel.py" />
            <source>Last purchase</source>
            <translation>آخرین خرید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/call_fields.py" />
            <source>Length</source>
            <translation>مدت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/context_panel.py" />
            <source>Make a customer of it</source>
            <translation>ساختن مشتری با این شماره</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/call_fields.py" />
            <source>Nobody</source>
            <translation>هیچ‌کس</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/caller_picker.py" />
            <source>Nobody found: Enter makes a customer of “{text}”.</source>
            <translation>کسی پیدا نشد. با Enter مشتری تازه‌ای به نام «{text}» می‌سازید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/context_panel.py" />
            <source>Nothing has happened with this customer yet.</source>
            <translation>هنوز خرید یا گفت‌وگویی با این مشتری ثبت نشده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/context_panel.py" />
            <source>Open complaint: “{subject}”</source>
            <translation>شکایت باز: «{subject}»</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/call_fields.py" />
            <source>Outcome</source>
            <translation>نتیجه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/context_panel.py" />
            <source>Promised and not done: “{title}”</source>
            <translation>قول عمل‌نشده: «{title}»</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/unfinished_forms.py" />
            <source>Record a call</source>
            <translation>ثبت تماس</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/form.py" />
            <source>Save, then a complaint</source>
            <translation>ثبت و شکایت تازه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/form.py" />
            <source>Saved, and the follow-up is among the tasks.</source>
            <translation>تماس ثبت شد و پیگیری آن در کارهاست.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/form.py" />
            <source>Saved.</source>
            <translation>تماس ثبت شد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/context_panel.py" />
            <source>See</source>
            <translation>دیدن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/call_fields.py" />
            <source>Subject</source>
            <translation>موضوع</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/context_panel.py" />
            <source>This number belongs to no customer yet.</source>
            <translation>این شماره هنوز برای هیچ مشتری ثبت نشده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/context_panel.py" />
            <source>Type a part of the name, phone or code; what matters is told here.</source>
            <translation>بخشی از نام، تلفن یا کد را بنویسید تا آنچه باید بدانید اینجا بیاید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/context_panel.py" />
            <source>Used to buy every {usual} days; away for {days} days now</source>
            <translation>هر {usual} روز خرید می‌کرد؛ {days} روز است نیامده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/call_fields.py" />
            <source>What was said</source>
            <translation>شرح</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/call_fields.py" />
            <source>When</source>
            <translation>زمان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/context_panel.py" />
            <source>Who is it?</source>
            <translation>چه کسی است؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/call_fields.py" />
            <source>minutes</source>
            <translation>دقیقه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/call_fields.py" />
            <source>missed</source>
            <translation>بی‌پاسخ</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/call_fields.py" />
            <source>no answer</source>
            <translation>جواب نداد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/call_fields.py" />
            <source>not said</source>
            <translation>نامشخص</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/context_panel.py" />
            <source>responsible: {name}</source>
            <translation>مسئول: {name}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/caller_picker.py" />
            <source>unknown number</source>
            <translation>شمارهٔ ناشناس</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/call_fields.py" />
            <source>{day} · a task is made for “{name}”</source>
            <translation>{day} · کار پیگیری برای «{name}» ساخته می‌شود</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/call_fields.py" />
            <source>{day} · a task is made, for nobody yet</source>
            <translation>{day} · کار پیگیری ساخته می‌شود، فعلاً برای هیچ‌کس</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/form.py" />
            <source>{kind} · {clock}</source>
            <translation>{kind} · {clock}</translation>
        </message>
    </context>
    <context>
        <name>Channel</name>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Call</source>
            <translation>تماس تلفنی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>E-mail</source>
            <translation>ایمیل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Fax</source>
            <translation>نمابر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Instagram</source>
            <translation>اینستاگرام</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Letter</source>
            <translation>نامه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>SMS</source>
            <translation>پیامک</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Telegram</source>
            <translation>تلگرام</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Visit</source>
            <translation>حضوری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Website</source>
            <translation>وب‌سایت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>WhatsApp</source>
            <translation>واتساپ</translation>
        </message>
    </context>
    <context>
        <name>Choices</name>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>unknown: {word}</source>
            <translation>ناشناخته: {word}</translation>
        </message>
    </context>
    <context>
        <name>CommandLine</name>
        <message>
            <location filename="../ecrm_desktop/cli/import_columns.py" />
            <source>--column is written like 3=date or Price=amount, not {text}.</source>
            <translation>--column را به شکل 3=date یا قیمت=amount بنویسید، نه {text}.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/import_columns.py" />
            <source>--column {text} is there twice.</source>
            <translation>--column {text} دو بار آمده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/import_columns.py" />
            <source>--match takes some of {known}, with commas.</source>
            <translation>مقدار --match چند تا از این‌هاست، با کاما: {known}.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/insight.py" />
            <source>--until: this day has not come yet.</source>
            <translation>--until: این روز هنوز نرسیده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/import_options.py" />
            <source>A description of the columns, from the window.</source>
            <translation>شرح ستون‌ها که از پنجرهٔ برنامه گرفته شده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/people.py" />
            <source>A file whose first line is the new password; else it is asked for twice.</source>
            <translation>فایلی که سطر اولش رمز تازه است؛ وگرنه دو بار پرسیده می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/people.py" />
            <source>A file whose first line is the recovery code or phrase; else it is asked for.</source>
            <translation>پرونده‌ای که خط اولش کد یا عبارت بازیابی است؛ وگرنه پرسیده می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/hubs.py" />
            <source>A file whose first line is the server's password; else it is asked for.</source>
            <translation>فایلی که خط اول آن رمز سرور است؛ وگرنه پرسیده می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/identity.py" />
            <source>A password is needed, and there is no terminal to ask on. Put it into a file and name that in the variable ECRM_PASSWORD_FILE.</source>
            <translation>رمز لازم است و ترمینالی برای پرسیدن نیست. آن را در فایلی بنویسید و نام فایل را در متغیر ECRM_PASSWORD_FILE بگذارید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/shops.py" />
            <source>A shop of {customers} customers is ready: {path}</source>
            <translation>فروشگاهی با {customers} مشتری آماده است: {path}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/hub_work.py" />
            <source>A shop was begun at the hub; this text is for the computer whose data becomes it.</source>
            <translation>فروشگاه تازه‌ای روی سرور اینترنتی ساخته شد؛ این متن برای رایانه‌ای است که اطلاعاتش آن فروشگاه می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/sync_work.py" />
            <source>Actions refused</source>
            <translation>کارهای پذیرفته‌نشده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/pairing.py" />
            <source>Actions sent</source>
            <translation>کارهای فرستاده‌شده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/pairing.py" />
            <source>Actions that wait</source>
            <translation>کارهای در انتظار ارسال</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/exports.py" />
            <source>Add --full; a shorter list is a report.</source>
            <translation>‎--full را اضافه کنید؛ فهرست کوتاه‌تر گزارش است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/people.py" />
            <source>Add somebody who works here.</source>
            <translation>افزودن همکار.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/server_work.py" />
            <source>Add this to {file}:</source>
            <translation>این را به {file} اضافه کنید:</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/customers.py" />
            <source>All customers.</source>
            <translation>همهٔ مشتریان.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/import_outcome.py" />
            <source>Already there</source>
            <translation>از قبل موجود</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/files.py" />
            <source>Also where another shop was whose file is gone; its backups stay.</source>
            <translation>جایی هم که فروشگاهی بوده و فایلش نیست؛ پشتیبان‌هایش می‌مانند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/shops.py" />
            <source>Another number makes another shop.</source>
            <translation>عدد دیگر، فروشگاه دیگری می‌سازد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/checks.py" />
            <source>Answer in JSON; docs/cli.md says in which shape.</source>
            <translation>پاسخ به شکل JSON؛ شرح آن در docs/cli.md است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/hubs.py" />
            <source>Answer the computers of all shops, until Ctrl+C.</source>
            <translation>به رایانه‌های همهٔ فروشگاه‌ها پاسخ می‌دهد، تا وقتی Ctrl+C بزنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/imports.py" />
            <source>As before again</source>
            <translation>به حال پیش برگشته</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/insight.py" />
            <source>As if this day were today; nothing later is looked at.</source>
            <translation>انگار امروز همین روز است؛ پس از آن دیده نمی‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/people.py" />
            <source>Ask for a reset after {days} more days on which the program is started. Each start says so, and anybody with a password can stop it.</source>
            <translation>درخواست برداشتن رمز پس از {days} روز دیگر که برنامه باز شود. هر بار باز شدن برنامه آن را می‌گوید و هر کس رمز دارد می‌تواند جلویش را بگیرد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/backups.py" />
            <source>Backup made and checked: {path}</source>
            <translation>پشتیبان ساخته و بررسی شد: {path}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/encryption.py" />
            <source>Backups encrypted too: {count}</source>
            <translation>پشتیبان‌هایی که رمزگذاری شدند: {count}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/encryption.py" />
            <source>Backups that are not encrypted yet: {count}. The window encrypts them when it starts, and so does: ecrm encrypt on --phrase-file -</source>
            <translation>پشتیبان‌هایی که هنوز رمزگذاری نشده‌اند: {count}. پنجرهٔ برنامه هنگام باز شدن آن‌ها را رمزگذاری می‌کند، و این فرمان هم: ecrm encrypt on --phrase-file -</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/packages.py" />
            <source>Bring FILE.zip into an empty or a new database.</source>
            <translation>وارد کردن FILE.zip در فایلی خالی یا تازه.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/insight.py" />
            <source>By seasons instead of months.</source>
            <translation>به‌جای ماه، به تفکیک فصل.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/checks.py" />
            <source>Bytes of the file</source>
            <translation>بایت‌های فایل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/segments.py" />
            <source>Change the group that has this name.</source>
            <translation>گروهی را که این نام را دارد عوض کن.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/pairing.py" />
            <source>Changes received</source>
            <translation>تغییرهای دریافت‌شده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/checks.py" />
            <source>Check the database and count its records.</source>
            <translation>بررسی سلامت فایل اطلاعات و شمردن رکوردها.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/imports.py" />
            <source>Column</source>
            <translation>ستون</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/checks.py" />
            <source>Complaints</source>
            <translation>شکایت‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/server_work.py" />
            <source>Computers</source>
            <translation>رایانه‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/server_work.py" />
            <source>Computers in the network are let in once the server encrypts. Copy these two files to {folder}, where only PostgreSQL's own user may read the second one:</source>
            <translation>رایانه‌های شبکه وقتی راه پیدا می‌کنند که سرور رمزگذاری کند. این دو فایل را در {folder} بگذارید؛ دومی را فقط کاربر خود PostgreSQL باید بتواند بخواند:</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/server_work.py" />
            <source>Computers may not call the server's functions, as after a copy of the database was put back: ecrm server init URL mends that.</source>
            <translation>رایانه‌ها اجازه‌ی استفاده از سرور را ندارند، مثل وقتی که نسخه‌ای از پایگاه داده برگردانده شده باشد: دستور ecrm server init URL درستش می‌کند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/backups.py" />
            <source>Copy all that can still be read of a damaged file into a new one.</source>
            <translation>نوشتن هر چه از فایل خراب هنوز خوانده می‌شود در فایلی تازه.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/checks.py" />
            <source>Customers</source>
            <translation>مشتریان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/pairing.py" />
            <source>Customers in this file</source>
            <translation>مشتریان این فایل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/checks.py" />
            <source>Customers or products with wrong figures</source>
            <translation>مشتریان یا کالاهایی که آمارشان درست نیست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/pairing.py" />
            <source>Customers there</source>
            <translation>مشتریان آنجا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/checks.py" />
            <source>Customers with a wrong index</source>
            <translation>مشتریان با نمایهٔ نادرست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/checks.py" />
            <source>Damaged places in the file</source>
            <translation>جاهای آسیب‌دیدهٔ فایل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/audit_thinning.py" />
            <source>Do it: it cannot be undone.</source>
            <translation>انجام شود؛ این کار برگشت‌پذیر نیست.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/backups.py" />
            <source>Do not ask either if the backup is of another shop.</source>
            <translation>اگر پشتیبان از فروشگاه دیگری است هم نپرس.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/backups.py" />
            <source>Do not ask first.</source>
            <translation>بدون پرسیدن.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/hubs.py" />
            <source>Do not encrypt; only for what is on this computer, such as a proxy that does.</source>
            <translation>بدون رمزنگاری؛ فقط برای برنامه‌های همین رایانه، مثل پراکسی‌ای که خودش رمز می‌کند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/import_options.py" />
            <source>Do not write the rows with problems to a file beside FILE.</source>
            <translation>ردیف‌های مشکل‌دار در فایلی کنار FILE نوشته نشود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/console.py" />
            <source>Draw every page of a sample shop, and write each of its reports.</source>
            <translation>کشیدن همهٔ صفحه‌های یک فروشگاه نمونه و نوشتن همهٔ گزارش‌هایش.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/console.py" />
            <source>Draw in dark colours.</source>
            <translation>با رنگ‌های تیره.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/import_outcome.py" />
            <source>Duplicates in the file</source>
            <translation>تکراری در فایل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/encryption.py" />
            <source>Encrypt the file and its backups, once the recovery phrase was typed back.</source>
            <translation>رمزگذاری فایل و پشتیبان‌هایش، پس از بازنویسی عبارت بازیابی.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/encryption.py" />
            <source>Encrypt the shop's file, or make it a plain one again.</source>
            <translation>رمزگذاری فایل فروشگاه، یا برداشتن رمزگذاری آن.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/encryption.py" />
            <source>Encrypted</source>
            <translation>رمزگذاری‌شده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/hubs.py" />
            <source>End once this file is gone.</source>
            <translation>هر وقت این فایل پاک شد پایان بده.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/checks.py" />
            <source>Entries of the audit trail</source>
            <translation>ثبت‌های ردپا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/checks.py" />
            <source>Entries that somebody took out of the audit trail</source>
            <translation>ردیف‌هایی که کسی از ردپا برداشته است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/pairing.py" />
            <source>Everything in this file goes to the shop, too, also its {people} people who work here; nothing is removed. People without a password are set inactive if those of the shop have one.</source>
            <translation>هر چه در این فایل است به فروشگاه هم می‌رود، {people} نفری که اینجا کار می‌کنند هم؛ چیزی حذف نمی‌شود. اگر در آن فروشگاه کسی رمز داشته باشد، کسانی که رمز ندارند غیرفعال می‌شوند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/exports.py" />
            <source>FILE ends with .xlsx or .csv.</source>
            <translation>نام FILE به ‎.xlsx یا ‎.csv ختم می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/backups.py" />
            <source>File</source>
            <translation>فایل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/import_outcome.py" />
            <source>File of the rows with problems</source>
            <translation>فایل ردیف‌های مشکل‌دار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/shops.py" />
            <source>Fill an empty database with a made-up shop of the last three years.</source>
            <translation>پر کردن یک فایل خالی با سه سال کار یک فروشگاه ساختگی.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/customers.py" />
            <source>Find customers by any part of a name, phone, code or national ID.</source>
            <translation>یافتن مشتری با هر بخشی از نام، تلفن، کد یا کد ملی.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/imports.py" />
            <source>Give either --mapping or --column.</source>
            <translation>یا --mapping بدهید یا --column.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/customers.py" />
            <source>Give one of CODE, --all and --selection.</source>
            <translation>یکی از CODE، ‎--all و ‎--selection را بدهید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/people.py" />
            <source>Give yourself, or as the owner anybody, a password.</source>
            <translation>گذاشتن رمز برای خود؛ صاحب فروشگاه برای هر کس.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/import_outcome.py" />
            <source>Given back in all</source>
            <translation>جمع پول پس‌داده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/insight.py" />
            <source>Group customers by how lately, how often and for how much they bought.</source>
            <translation>مشتریان را بر پایهٔ تازگی، تعداد و مبلغ خریدشان گروه‌بندی می‌کند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/segments.py" />
            <source>Groups of customers by rules.</source>
            <translation>گروه‌های مشتریان بر پایهٔ شرط‌ها.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/program.py" />
            <source>Here {restore} brings back the latest backup, and {begin} begins a new, empty shop.</source>
            <translation>این‌جا {restore} آخرین پشتیبان را برمی‌گرداند و {begin} فروشگاهی تازه و خالی می‌سازد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/hubs.py" />
            <source>How many connections to the database there are.</source>
            <translation>چند اتصال به پایگاه داده باز می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/customers.py" />
            <source>How many customers at most.</source>
            <translation>حداکثر چند مشتری.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/shops.py" />
            <source>How many customers.</source>
            <translation>چند مشتری.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/audit.py" />
            <source>How many entries at most.</source>
            <translation>حداکثر چند ردیف.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/insight.py" />
            <source>How many months ahead.</source>
            <translation>چند ماه جلوتر.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/insight.py" />
            <source>How many months back.</source>
            <translation>چند ماه به عقب.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/hubs.py" />
            <source>How many requests a second one computer may send.</source>
            <translation>هر رایانه در ثانیه چند درخواست می‌تواند بفرستد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/import_options.py" />
            <source>How many toman or rials one in the amounts counts; otherwise as titles say.</source>
            <translation>هر عدد مبلغ چند تومان یا ریال است؛ وگرنه همان که عنوان ستون‌ها می‌گوید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/hubs.py" />
            <source>How often a minute one address may be wrong about who it is.</source>
            <translation>هر نشانی در دقیقه چند بار می‌تواند با رمز یا کد نادرست بیاید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/audit_thinning.py" />
            <source>How old an entry is at least that goes.</source>
            <translation>هر ثبتی که دست‌کم این‌قدر سال از آن گذشته باشد پاک می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/imports.py" />
            <source>ID is the one that ecrm import list shows.</source>
            <translation>ID همان است که ecrm import list نشان می‌دهد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/imports.py" />
            <source>Import customers.</source>
            <translation>وارد کردن مشتریان.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/imports.py" />
            <source>Import interactions with customers.</source>
            <translation>وارد کردن تماس‌ها با مشتریان.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/imports.py" />
            <source>Import products.</source>
            <translation>وارد کردن کالاها.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/imports.py" />
            <source>Import purchases.</source>
            <translation>وارد کردن خریدها.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/imports.py" />
            <source>Import records from files.</source>
            <translation>وارد کردن اطلاعات از فایل.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/imports.py" />
            <source>Import the list of calls of a phone.</source>
            <translation>فهرست تماس‌های یک گوشی را وارد می‌کند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/imports.py" />
            <source>Import what customers gave back of their purchases.</source>
            <translation>آنچه را مشتریان از خریدهایشان پس داده‌اند وارد می‌کند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/reports.py" />
            <source>In the audit trail, only what this user did.</source>
            <translation>در ردپا، تنها کارهای این کاربر.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/checks.py" />
            <source>In the bin</source>
            <translation>در سطل بازیافت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/checks.py" />
            <source>Interactions</source>
            <translation>تماس‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/imports.py" />
            <source>Kept, for somebody worked on it</source>
            <translation>نگه داشته شد، چون کسی رویش کار کرده است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/encryption.py" />
            <source>Key</source>
            <translation>کلید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/encryption.py" />
            <source>Key in the keyring</source>
            <translation>کلید در جاکلیدی هست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/encryption.py" />
            <source>Keyring on this computer</source>
            <translation>این رایانه جاکلیدی دارد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/backups.py" />
            <source>Last change</source>
            <translation>آخرین تغییر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/sync_work.py" />
            <source>Last synced</source>
            <translation>آخرین همگام‌سازی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/segments.py" />
            <source>Leave the customer out.</source>
            <translation>مشتری را بیرون بگذار.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/hubs.py" />
            <source>Let a computer in: give the text for ecrm pair there, good for ten minutes.</source>
            <translation>یک رایانه را راه می‌دهد: متنی برای ecrm pair آن رایانه، با ده دقیقه اعتبار.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/servers.py" />
            <source>Let a computer in: give the text for ecrm pair there.</source>
            <translation>راه دادن یک رایانه: متن اتصال را برای ecrm pair در آن رایانه می‌دهد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/people.py" />
            <source>Let a password stay whose reset was asked for.</source>
            <translation>رمزی که درخواست برداشتنش ثبت شده می‌ماند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/hubs.py" />
            <source>Let it shut other computers out, as the first one may.</source>
            <translation>بتواند مثل رایانهٔ نخست، رایانه‌های دیگر را کنار بگذارد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/segments.py" />
            <source>Let the rule say again whether a customer is in.</source>
            <translation>بگذار دوباره شرط بگوید مشتری در گروه است یا نه.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/syncing.py" />
            <source>Let the value that lost go.</source>
            <translation>از مقداری که کنار رفت بگذر.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/syncing.py" />
            <source>Let this computer join a shop, with the text of ecrm server pair.</source>
            <translation>پیوستن این رایانه به یک فروشگاه، با متنی که ecrm server pair داده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/syncing.py" />
            <source>Let this file be a shop of its own again.</source>
            <translation>این فایل دوباره فروشگاهی جدا می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/pairing.py" />
            <source>Let this file go on alone?</source>
            <translation>این فایل تنها ادامه دهد؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/servers.py" />
            <source>Let this file's shop be there; it is the first PC.</source>
            <translation>فروشگاه این فایل آنجا ساخته شود؛ این رایانه اولین رایانه است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/people.py" />
            <source>Let yourself, or as the owner anybody, in without one.</source>
            <translation>برداشتن رمز خود؛ صاحب فروشگاه رمز هر کس.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/checks.py" />
            <source>Lines of purchases</source>
            <translation>ردیف‌های خرید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/checks.py" />
            <source>Lines with a wrong total</source>
            <translation>ردیف‌های خرید با جمع نادرست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/backups.py" />
            <source>List the backups, newest first.</source>
            <translation>فهرست پشتیبان‌ها، از تازه به قدیم.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/hubs.py" />
            <source>List the computers that were let in.</source>
            <translation>فهرست رایانه‌هایی که راه داده شده‌اند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/imports.py" />
            <source>List the fields that columns can hold.</source>
            <translation>فهرست فیلدهایی که ستون‌ها می‌توانند داشته باشند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/segments.py" />
            <source>List the groups with their sizes.</source>
            <translation>گروه‌ها را با اندازه‌شان فهرست کن.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/imports.py" />
            <source>List the imports, newest first.</source>
            <translation>فهرست ورودها، از تازه به قدیم.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/syncing.py" />
            <source>List what two computers wrote without knowing it.</source>
            <translation>فهرست چیزهایی که دو رایانه بی‌خبر از هم نوشته‌اند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/segments.py" />
            <source>List who entered groups and who left, latest first.</source>
            <translation>فهرست کن چه کسانی به گروه‌ها آمدند و چه کسانی رفتند، تازه‌ترین اول.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/segments.py" />
            <source>List who is in a group, by name.</source>
            <translation>مشتریان یک گروه را به ترتیب نام فهرست کن.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/people.py" />
            <source>List who works here, and who has a password.</source>
            <translation>فهرست همکاران و این‌که چه کسی رمز دارد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/segments.py" />
            <source>Look who is in the groups now, and note who moved.</source>
            <translation>ببین اکنون چه کسانی در گروه‌ها هستند و یادداشت کن چه کسانی جابه‌جا شدند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/backups.py" />
            <source>Make a checked backup of the shop, or list those there are.</source>
            <translation>ساختن پشتیبان بررسی‌شده از فروشگاه، یا فهرست پشتیبان‌ها.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/segments.py" />
            <source>Make a group of a rule, or change one.</source>
            <translation>از یک شرط گروهی بساز یا گروهی را عوض کن.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/shops.py" />
            <source>Make an empty database with a shop in it.</source>
            <translation>ساختن یک فایل اطلاعات خالی برای فروشگاه.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/hubs.py" />
            <source>Make or bring up to date what a hub needs.</source>
            <translation>آنچه سرور اینترنتی لازم دارد می‌سازد یا به‌روز می‌کند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/encryption.py" />
            <source>Make the encrypted file a plain one again.</source>
            <translation>برداشتن رمزگذاری فایل.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/pairing.py" />
            <source>Make this file one with that shop?</source>
            <translation>این فایل با آن فروشگاه یکی شود؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/shops.py" />
            <source>My shop</source>
            <translation>فروشگاه من</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/import_outcome.py" />
            <source>New</source>
            <translation>تازه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/import_outcome.py" />
            <source>New customers</source>
            <translation>مشتریان تازه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/import_outcome.py" />
            <source>New lines</source>
            <translation>ردیف‌های تازه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/people.py" />
            <source>New password: </source>
            <translation>رمز تازه: </translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/import_outcome.py" />
            <source>New products</source>
            <translation>کالاهای تازه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/import_outcome.py" />
            <source>New returns</source>
            <translation>برگشتی‌های تازه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/audit_thinning.py" />
            <source>No entry of the audit trail is old enough.</source>
            <translation>هیچ ثبتی در ردپا به این اندازه قدیمی نیست.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/import_outcome.py" />
            <source>No sale: {reason}</source>
            <translation>فروش نیست: {reason}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/identity.py" />
            <source>Nobody called {name} works in this shop.</source>
            <translation>کسی به نام {name} در این فروشگاه کار نمی‌کند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/segments.py" />
            <source>Nobody is in it.</source>
            <translation>کسی در آن نیست.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/customers.py" />
            <source>Nobody was found.</source>
            <translation>کسی پیدا نشد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/pairing.py" />
            <source>Not all of the shop has come into this file yet, and the rest would not come any more; ecrm sync --once brings it.</source>
            <translation>هنوز همهٔ فروشگاه به این فایل نرسیده است و بقیه دیگر نمی‌آید؛ ecrm sync --once آن را می‌آورد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/sync_work.py" />
            <source>Not synced since</source>
            <translation>همگام نشده از</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/segments.py" />
            <source>Noted.</source>
            <translation>یادداشت شد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/server_work.py" />
            <source>Nothing can be synced with this server as it is.</source>
            <translation>با این سرور، به این شکل که هست، نمی‌توان همگام شد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/checks.py" />
            <source>Nothing can be written here, so the search index was not compared with the customers; copy the file to this computer and check the copy.</source>
            <translation>اینجا نمی‌شود چیزی نوشت و نمایهٔ جست‌وجو با مشتری‌ها مقایسه نشد؛ فایل را در این رایانه کپی و کپی را بررسی کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/audit.py" />
            <source>Nothing was found.</source>
            <translation>چیزی پیدا نشد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/imports.py" />
            <source>Nothing was imported yet.</source>
            <translation>هنوز چیزی وارد نشده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/checks.py" />
            <source>Of these the audit trail, about</source>
            <translation>از این میان ردپا، حدود</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/people.py" />
            <source>Once more: </source>
            <translation>دوباره: </translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/insight.py" />
            <source>Only by what happened here, without what is usual in shops: to compare.</source>
            <translation>فقط از روی همین فروشگاه، بدون آنچه در فروشگاه‌ها معمول است؛ برای مقایسه.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/import_options.py" />
            <source>Only count what would be done.</source>
            <translation>فقط شمردن آنچه انجام خواهد شد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/backups.py" />
            <source>Only into this folder; else beside the shop's file and into the folder of the settings.</source>
            <translation>فقط در این پوشه؛ وگرنه کنار فایل فروشگاه و در پوشهٔ تنظیمات.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/backups.py" />
            <source>Only say what is in it.</source>
            <translation>فقط گفتن آنچه در آن است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/segments.py" />
            <source>Only those with a number above N.</source>
            <translation>تنها آن‌ها که شماره‌شان از N بیشتر است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/audit.py" />
            <source>Only what concerns this customer.</source>
            <translation>تنها آنچه به این مشتری مربوط است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/shops.py" />
            <source>Owner</source>
            <translation>صاحب فروشگاه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/reports.py" />
            <source>PDF, Excel, or only the tables as text that any program reads.</source>
            <translation>پی‌دی‌اف، اکسل، یا فقط جدول‌ها به شکل متنی که هر برنامه‌ای می‌خواند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/backups.py" />
            <source>Pages that could not be read</source>
            <translation>صفحه‌هایی که خوانده نشدند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/server_access.py" />
            <source>Password of the server: </source>
            <translation>رمز سرور: </translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/identity.py" />
            <source>Password of {name}: </source>
            <translation>رمز {name}: </translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/identity.py" />
            <source>People here have passwords, so say who you are: ecrm --user NAME …</source>
            <translation>همکاران این فروشگاه رمز دارند؛ بگویید چه کسی هستید: ecrm --user NAME …</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/checks.py" />
            <source>Pieces in all</source>
            <translation>جمع تعداد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/imports.py" />
            <source>Please note</source>
            <translation>توجه کنید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/server_work.py" />
            <source>PostgreSQL</source>
            <translation>PostgreSQL</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/servers.py" />
            <source>Prepare a PostgreSQL database, and bring this file's shop to it.</source>
            <translation>آماده کردن یک پایگاه داده‌ی PostgreSQL و بردن فروشگاه این فایل به آن.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/servers.py" />
            <source>Prepare the shop's server, and let computers in.</source>
            <translation>آماده کردن سرور فروشگاه و راه دادن رایانه‌ها.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/checks.py" />
            <source>Products</source>
            <translation>کالاها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/checks.py" />
            <source>Purchases</source>
            <translation>خریدها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/checks.py" />
            <source>Purchases in all</source>
            <translation>جمع خریدها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/checks.py" />
            <source>Purchases with a wrong total</source>
            <translation>خریدهای با جمع نادرست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/backups.py" />
            <source>Put a backup in the place of the shop's file, which is kept.</source>
            <translation>گذاشتن پشتیبان به جای فایل فروشگاه؛ فایل پیشین می‌ماند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/segments.py" />
            <source>Put a customer into a group by hand, or leave one out.</source>
            <translation>مشتری را دستی در گروهی بگذار یا بیرون بگذار.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/segments.py" />
            <source>Put a group into the bin.</source>
            <translation>گروهی را به سطل بینداز.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/hub_work.py" />
            <source>Put the hub back?</source>
            <translation>سرور اینترنتی به حالت پشتیبان برگردد؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/program.py" />
            <source>Put the phrase into a file and name that in the variable ECRM_PHRASE_FILE.</source>
            <translation>عبارت را در فایلی بنویسید و نام آن فایل را در متغیر ECRM_PHRASE_FILE بگذارید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/hubs.py" />
            <source>Put the shops of such a file back; computers then send what came after it again.</source>
            <translation>فروشگاه‌های چنین فایلی را برمی‌گرداند؛ رایانه‌ها کارهای بعد از آن را دوباره می‌فرستند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/syncing.py" />
            <source>Put the value that lost into its record.</source>
            <translation>مقداری را که کنار رفت در پرونده بگذار.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/pairing.py" />
            <source>Records made the same as the server's again</source>
            <translation>رکوردهایی که دوباره با سرور یکی شدند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/people.py" />
            <source>Recovery code, for who forgets it; write it down, it is not shown again: {code}</source>
            <translation>کد بازیابی، برای روزی که رمز فراموش شود؛ بنویسیدش، دیگر نشان داده نمی‌شود: {code}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/people.py" />
            <source>Recovery code: </source>
            <translation>کد بازیابی: </translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/phrase.py" />
            <source>Recovery phrase: </source>
            <translation>عبارت بازیابی: </translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/checks.py" />
            <source>References to nothing</source>
            <translation>اشاره به رکوردهایی که نیستند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/forgetting.py" />
            <source>Remove a customer's data for good, everywhere but in sums. Backups keep it.</source>
            <translation>برداشتن همیشگی داده‌های یک مشتری از همه‌جا جز جمع‌ها. پشتیبان‌ها آن را نگه می‌دارند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/audit_thinning.py" />
            <source>Remove old entries of the audit trail for good. Backups keep them.</source>
            <translation>ثبت‌های قدیمی ردپا را برای همیشه پاک می‌کند. پشتیبان‌ها آن‌ها را دارند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/people.py" />
            <source>Remove the password that an owner forgot, with the recovery code or, in an encrypted shop, its recovery phrase.</source>
            <translation>برداشتن رمزی که صاحب فروشگاه فراموش کرده، با کد بازیابی یا، در فروشگاه رمزگذاری‌شده، با عبارت بازیابی.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/imports.py" />
            <source>Removed</source>
            <translation>حذف‌شده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/backups.py" />
            <source>Replace the shop's file by this backup?</source>
            <translation>این پشتیبان جای فایل فروشگاه را بگیرد؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/checks.py" />
            <source>Returns</source>
            <translation>مرجوعی‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/checks.py" />
            <source>Returns with a wrong total</source>
            <translation>مرجوعی‌های با جمع نادرست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/import_outcome.py" />
            <source>Rows with problems</source>
            <translation>ردیف‌های مشکل‌دار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/hubs.py" />
            <source>Run a hub for shops whose computers meet on the internet.</source>
            <translation>سرور اینترنتی برای فروشگاه‌هایی که رایانه‌هایشان از راه اینترنت همگام می‌شوند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/syncing.py" />
            <source>Say --once: sync now, once.</source>
            <translation>بنویسید --once: یک بار، همین حالا همگام می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/hub_work.py" />
            <source>Say --tls-cert and --tls-key together, or --insecure alone.</source>
            <translation>گزینه‌های --tls-cert و --tls-key را با هم بنویسید، یا --insecure را تنها.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/hub_work.py" />
            <source>Say --yes if the hub is to be put back.</source>
            <translation>اگر سرور اینترنتی باید به حالت پشتیبان برگردد، --yes را بنویسید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/pairing.py" />
            <source>Say --yes if this file is to become one with that shop.</source>
            <translation>اگر می‌خواهید این فایل با آن فروشگاه یکی شود، --yes را هم بنویسید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/pairing.py" />
            <source>Say --yes if this file is to go on alone.</source>
            <translation>اگر می‌خواهید این فایل تنها ادامه دهد، --yes را هم بنویسید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/imports.py" />
            <source>Say in which unit the file's amounts are: --unit toman or --unit rial.</source>
            <translation>بگویید مبلغ‌های فایل به چه واحدی است: --unit toman یا --unit rial.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/encryption.py" />
            <source>Say whether the file is encrypted and where its key is.</source>
            <translation>گفتن این‌که فایل رمزگذاری شده است یا نه، و کلیدش کجاست.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/servers.py" />
            <source>Say whether the server has everything that it needs.</source>
            <translation>آیا سرور هر چه لازم دارد را دارد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/segments.py" />
            <source>Say who is meant by a group, and how they went on.</source>
            <translation>بگو یک گروه چه کسانی را در بر دارد و پس از آن چه کرده‌اند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/segments.py" />
            <source>Say why a customer is in a group, or is not.</source>
            <translation>بگو چرا یک مشتری در گروهی هست یا نیست.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/hub_work.py" />
            <source>Say with which certificate the hub encrypts: --tls-cert FILE --tls-key FILE.</source>
            <translation>بگویید سرور اینترنتی با کدام گواهی رمز می‌کند: --tls-cert FILE --tls-key FILE.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/syncing.py" />
            <source>Say with whom, since when, and what waits.</source>
            <translation>با کدام سرور، از کی، و چه چیزی در انتظار است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/backups.py" />
            <source>Say {options} if this is to replace the shop's file.</source>
            <translation>اگر باید جای فایل فروشگاه را بگیرد، {options} را بنویسید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/checks.py" />
            <source>Schema</source>
            <translation>نسخهٔ ساختار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/checks.py" />
            <source>Search index that is wrong</source>
            <translation>نمایهٔ نادرست جست‌وجو</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/people.py" />
            <source>See and change who works here, and their passwords.</source>
            <translation>دیدن و تغییر همکاران و رمزهایشان.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/syncing.py" />
            <source>Send and receive all there is, now.</source>
            <translation>همین حالا هر چه هست فرستاده و دریافت شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/sync_work.py" />
            <source>Server</source>
            <translation>سرور</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/audit_thinning.py" />
            <source>Set for how long the audit trail is kept.</source>
            <translation>تعیین می‌کند ردپا تا چند سال بماند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/server_work.py" />
            <source>Several computers are called {name}; name one by its id: {ids}</source>
            <translation>چند رایانه {name} نام دارند؛ یکی را با شناسه‌اش بگویید: {ids}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/identity.py" />
            <source>Several people are called {name}; give them different names in the settings.</source>
            <translation>چند نفر {name} نام دارند؛ در تنظیمات نام‌های متفاوت به آن‌ها بدهید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/imports.py" />
            <source>Sheet</source>
            <translation>برگه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/backups.py" />
            <source>Shop</source>
            <translation>فروشگاه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/pairing.py" />
            <source>Shop on the server</source>
            <translation>فروشگاه روی سرور</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/server_work.py" />
            <source>Shops</source>
            <translation>فروشگاه‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/hubs.py" />
            <source>Show /metrics to other computers, and not this one alone.</source>
            <translation>نشانی /metrics را به رایانه‌های دیگر هم نشان می‌دهد، نه فقط به همین رایانه.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/customers.py" />
            <source>Show everything about the customer with a code.</source>
            <translation>نمایش همه‌چیز دربارهٔ مشتری دارای یک کد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/insight.py" />
            <source>Show how few customers bring most of the money.</source>
            <translation>نشان می‌دهد بیشتر پول را چند مشتری می‌آورند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/insight.py" />
            <source>Show how often customers will come, and for how much.</source>
            <translation>نشان می‌دهد مشتریان چند بار دیگر می‌آیند و چقدر می‌خرند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/encryption.py" />
            <source>Show the recovery phrase, or write its sheet again.</source>
            <translation>نشان دادن عبارت بازیابی، یا نوشتن دوبارهٔ برگه‌اش.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/insight.py" />
            <source>Show what customers of one month and channel were worth later.</source>
            <translation>نشان می‌دهد مشتریان هر ماه و هر راه آشنایی بعدها چقدر خریدند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/insight.py" />
            <source>Show what the months to come will bring.</source>
            <translation>فروش ماه‌های آینده را پیش‌بینی می‌کند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/audit.py" />
            <source>Show who did what, newest first, or say how long that is kept.</source>
            <translation>نشان می‌دهد چه کسی چه کرده است، تازه‌ترین‌ها اول؛ یا تعیین می‌کند این‌ها تا کی بمانند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/insight.py" />
            <source>Show who stays away, those first with whom the most would be lost.</source>
            <translation>نشان می‌دهد چه کسانی دیگر نیامده‌اند؛ آن‌ها که از دست رفتنشان گران‌تر است جلوترند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/insight.py" />
            <source>Show who the customers are, and what will happen.</source>
            <translation>نشان می‌دهد مشتریان چه کسانی‌اند و چه پیش خواهد آمد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/hubs.py" />
            <source>Shut a computer out; what it has stays on it.</source>
            <translation>کنار گذاشتن یک رایانه؛ هر چه دارد رویش می‌ماند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/server_work.py" />
            <source>Some computers have no role on this server; give each a new pairing text.</source>
            <translation>بعضی رایانه‌ها روی این سرور کاربری ندارند؛ به هر کدام متن اتصال تازه بدهید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/forgetting.py" />
            <source>Somebody reads the file at the moment: the last traces are wiped when the program is started next.</source>
            <translation>اکنون کسی در حال خواندن فایل است: آخرین ردها با باز شدن بعدی برنامه پاک می‌شوند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/syncing.py" />
            <source>Sync with the shop's server, or say how that goes.</source>
            <translation>همگام‌سازی با سرور فروشگاه، یا وضعیت آن.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/imports.py" />
            <source>Take an import back, within 30 days.</source>
            <translation>برگرداندن یک ورود، تا ۳۰ روز.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/exports.py" />
            <source>Take customers out as files.</source>
            <translation>مشتریان را در فایل بیرون ببر.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/packages.py" />
            <source>Take everything with you, and bring it back.</source>
            <translation>بردن همه‌چیز با خود، و بازآوردن آن.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/checks.py" />
            <source>Tasks</source>
            <translation>کارها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/program.py" />
            <source>The answer could not be written. Free some space and try again.</source>
            <translation>پاسخ نوشته نشد. کمی جا باز کنید و دوباره امتحان کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/audit_thinning.py" />
            <source>The audit trail is kept: {years}</source>
            <translation>ردپا نگه داشته می‌شود: {years}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/backups.py" />
            <source>The backup is now the shop's file: {path}</source>
            <translation>پشتیبان اکنون فایل فروشگاه است: {path}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/import_options.py" />
            <source>The calendar; otherwise each year tells its own.</source>
            <translation>تقویم؛ وگرنه هر سال تقویم خودش را نشان می‌دهد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/usage.py" />
            <source>The command is not complete or has too many parts; see --help.</source>
            <translation>دستور ناقص است یا بخش اضافه دارد؛ --help را ببینید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/customers.py" />
            <source>The contact is ready: {path}</source>
            <translation>مخاطب آماده است: {path}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/shops.py" />
            <source>The currency for good, such as IRR or USD.</source>
            <translation>واحد پول برای همیشه، مانند IRR یا USD.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/forgetting.py" />
            <source>The customer was forgotten. Backups made until now still have the data.</source>
            <translation>مشتری فراموش شد. پشتیبان‌هایی که تا کنون گرفته شده‌اند هنوز این داده‌ها را دارند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/customers.py" />
            <source>The customers with these codes.</source>
            <translation>مشتریان با این کدها.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/server_work.py" />
            <source>The database is not prepared yet: ecrm server init URL does that.</source>
            <translation>پایگاه داده هنوز آماده نشده است: دستور ecrm server init URL این کار را می‌کند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/checks.py" />
            <source>The database is not sound; it was left as it is. Keep a copy of it and tell the support.</source>
            <translation>فایل اطلاعات سالم نیست و به آن دست نزدیم. یک نسخه از آن نگه دارید و به پشتیبانی خبر دهید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/packages.py" />
            <source>The database is ready: {path}</source>
            <translation>فایل اطلاعات آماده است: {path}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/checks.py" />
            <source>The database is sound.</source>
            <translation>فایل اطلاعات سالم است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/server_work.py" />
            <source>The database was prepared by a newer version; update this program.</source>
            <translation>پایگاه داده را نسخه‌ی تازه‌تری آماده کرده است؛ این برنامه را به‌روز کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/server_work.py" />
            <source>The database was prepared by an older version; ecrm server init URL brings it up to date.</source>
            <translation>پایگاه داده را نسخه‌ی قدیمی‌تری آماده کرده است؛ دستور ecrm server init URL آن را به‌روز می‌کند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/imports.py" />
            <source>The file to fill in is ready: {path}</source>
            <translation>فایل آمادهٔ پر کردن است: {path}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/customers.py" />
            <source>The file to write.</source>
            <translation>فایلی که نوشته می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/audit.py" />
            <source>The first day, such as 1405/01/01.</source>
            <translation>روز اول، مانند 1405/01/01.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/console.py" />
            <source>The folder for the pictures and reports.</source>
            <translation>پوشهٔ عکس‌ها و گزارش‌ها.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/segments.py" />
            <source>The group is in the bin.</source>
            <translation>گروه در سطل است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/hub_work.py" />
            <source>The hub answers at {where}</source>
            <translation>سرور اینترنتی در {where} پاسخ می‌دهد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/hubs.py" />
            <source>The hub's certificate with those above it, as PEM.</source>
            <translation>گواهی سرور اینترنتی و گواهی‌های بالاتر از آن، به شکل PEM.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/hub_work.py" />
            <source>The hub's database is prepared; ecrm hub serve starts it.</source>
            <translation>پایگاه دادهٔ سرور اینترنتی آماده است؛ ecrm hub serve آن را راه می‌اندازد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/hubs.py" />
            <source>The hub's database, or a folder for a PostgreSQL of its own.</source>
            <translation>پایگاه دادهٔ سرور اینترنتی، یا پوشه‌ای برای PostgreSQL خودش.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/hub_work.py" />
            <source>The hub's shops are as they were in the backup.</source>
            <translation>فروشگاه‌های سرور اینترنتی مثل زمان پشتیبان شدند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/hubs.py" />
            <source>The key of the certificate, as PEM.</source>
            <translation>کلید گواهی، به شکل PEM.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/console.py" />
            <source>The language of the pictures.</source>
            <translation>زبان عکس‌ها.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/audit.py" />
            <source>The last day.</source>
            <translation>روز آخر.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/backups.py" />
            <source>The new file.</source>
            <translation>فایل تازه.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/usage.py" />
            <source>The option {name} is used wrongly; see --help.</source>
            <translation>گزینهٔ {name} درست به کار نرفته است؛ --help را ببینید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/import_options.py" />
            <source>The order of year, month and day.</source>
            <translation>ترتیب سال و ماه و روز.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/pairing.py" />
            <source>The others sync with this computer: that ends, and they work on alone.</source>
            <translation>رایانه‌های دیگر با همین رایانه همگام می‌شوند: این پایان می‌گیرد و هر یک تنها به کار ادامه می‌دهد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/reports.py" />
            <source>The report is ready: {path}</source>
            <translation>گزارش آماده است: {path}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/people.py" />
            <source>The reset of {name}'s password was asked for. It takes effect after {days} more days on which the program is started; each start says so, and anybody with a password can stop it.</source>
            <translation>درخواست برداشتن رمز {name} ثبت شد. پس از {days} روز دیگر که برنامه باز شود انجام می‌شود؛ هر بار باز شدن برنامه آن را می‌گوید و هر کس رمز دارد می‌تواند جلویش را بگیرد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/segments.py" />
            <source>The rule in JSON; docs/cli.md says its form.</source>
            <translation>شرط به صورت JSON؛ شکل آن در docs/cli.md آمده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/console.py" />
            <source>The scale of the screen, such as 1.5.</source>
            <translation>بزرگ‌نمایی صفحه، مانند 1.5.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/server_work.py" />
            <source>The server does not encrypt, so only this computer can sync: ecrm server init URL says what to do.</source>
            <translation>سرور رمزگذاری نمی‌کند، پس فقط همین رایانه می‌تواند همگام شود: دستور ecrm server init URL می‌گوید چه باید کرد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/server_work.py" />
            <source>The server has everything that it needs.</source>
            <translation>سرور هر چه لازم دارد را دارد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/server_work.py" />
            <source>The server's certificate was not made by ecrm server init, so no other computer would know it.</source>
            <translation>گواهی سرور را ecrm server init نساخته است، پس رایانه‌های دیگر آن را نمی‌شناسند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/server_work.py" />
            <source>The server's database is prepared.</source>
            <translation>پایگاه داده‌ی سرور آماده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/encryption.py" />
            <source>The sheet with the phrase: {path}</source>
            <translation>برگهٔ عبارت بازیابی: {path}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/import_options.py" />
            <source>The sheet; otherwise the first one that looks like it.</source>
            <translation>برگه؛ وگرنه نخستین برگه‌ای که به این نوع می‌خورد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/encryption.py" />
            <source>The shop's file is encrypted now: {path}</source>
            <translation>فایل فروشگاه رمزگذاری شد: {path}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/encryption.py" />
            <source>The shop's file is not encrypted any more: {path}</source>
            <translation>فایل فروشگاه دیگر رمزگذاری‌شده نیست: {path}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/files.py" />
            <source>The shop's file; also the variable ECRM_DATABASE.</source>
            <translation>فایل فروشگاه؛ یا متغیر ECRM_DATABASE.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/shops.py" />
            <source>The shop's name.</source>
            <translation>نام فروشگاه.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/import_options.py" />
            <source>The unit of the amounts; needed in a rial shop.</source>
            <translation>واحد مبلغ‌ها؛ در فروشگاه ریالی لازم است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/console.py" />
            <source>The width and height of the screen in its own pixels, such as 1366x768.</source>
            <translation>پهنا و بلندی صفحهٔ نمایش به پیکسل‌های خودش، مانند 1366x768.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/server_work.py" />
            <source>Then start PostgreSQL again, and run ecrm server check.</source>
            <translation>بعد PostgreSQL را دوباره راه بیندازید و ecrm server check را اجرا کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/backups.py" />
            <source>There are no backups yet; ecrm backup makes them here:</source>
            <translation>هنوز پشتیبانی نیست؛ فرمان ecrm backup آن‌ها را این‌جا می‌سازد:</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/hub_work.py" />
            <source>There are several shops in this database; say which one: --shop ID ({shops})</source>
            <translation>در این پایگاه داده چند فروشگاه هست؛ بگویید کدام: --shop ID ({shops})</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/usage.py" />
            <source>There is no command {name}; see ecrm --help.</source>
            <translation>دستور {name} وجود ندارد؛ ecrm --help را ببینید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/server_work.py" />
            <source>There is no computer called {name}.</source>
            <translation>رایانه‌ای به نام {name} نیست.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/finding.py" />
            <source>There is no customer with the code {code}.</source>
            <translation>مشتری با کد {code} وجود ندارد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/segments.py" />
            <source>There is no group called {name}.</source>
            <translation>گروهی به نام {name} نیست.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/sync_work.py" />
            <source>There is no open conflict {id}, or several; ecrm sync conflicts lists them.</source>
            <translation>تعارض بازی با شناسهٔ {id} نیست یا بیش از یکی است؛ ecrm sync conflicts همه را نشان می‌دهد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/usage.py" />
            <source>There is no option {name}; see --help.</source>
            <translation>گزینهٔ {name} وجود ندارد؛ --help را ببینید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/hub_work.py" />
            <source>There is no shop called {name}.</source>
            <translation>فروشگاهی به نام {name} نیست.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/server_work.py" />
            <source>There is no shop in it yet: --shop-from brings one.</source>
            <translation>هنوز فروشگاهی در آن نیست: --shop-from یکی می‌برد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/server_work.py" />
            <source>There is no shop in it yet: ecrm server init URL --shop-from brings one.</source>
            <translation>هنوز فروشگاهی در آن نیست: دستور ecrm server init URL --shop-from یکی می‌برد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/files.py" />
            <source>There is no shop in this file yet; run ecrm init first.</source>
            <translation>هنوز فروشگاهی در این فایل نیست؛ اول ecrm init را اجرا کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/server_work.py" />
            <source>This PostgreSQL is too old; version 15 or newer is needed.</source>
            <translation>این PostgreSQL قدیمی است؛ نسخه‌ی ۱۵ یا تازه‌تر لازم است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/backups.py" />
            <source>This backup is of another shop, {other}; the one here is {now}.</source>
            <translation>این پشتیبان از فروشگاه دیگری است: {other}. فروشگاه اینجا {now} است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/sync_work.py" />
            <source>This computer</source>
            <translation>این رایانه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/encryption.py" />
            <source>This computer has no keyring, so the phrase is asked whenever the file is opened.</source>
            <translation>این رایانه جاکلیدی ندارد؛ پس هر بار که فایل باز شود عبارت بازیابی پرسیده می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/pairing.py" />
            <source>This computer is in the shop now, as {name}.</source>
            <translation>این رایانه حالا با نام {name} در فروشگاه است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/pairing.py" />
            <source>This file goes on at {where} with all it has. The other computers stay where they are until each is joined with a text from there: leave the old server running until then.</source>
            <translation>این فایل با همه‌ی آنچه دارد در {where} ادامه می‌دهد. رایانه‌های دیگر همان‌جا که هستند می‌مانند تا هر یک با متنی از آنجا بپیوندد: سرور قبلی را تا آن زمان روشن بگذارید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/pairing.py" />
            <source>This file is a shop of its own again.</source>
            <translation>این فایل دوباره فروشگاهی جداست.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/pairing.py" />
            <source>This file keeps all it has and goes on alone; the other computers go on together. The owner shuts this computer out at the server as well.</source>
            <translation>این فایل هرچه دارد نگه می‌دارد و تنها ادامه می‌دهد؛ رایانه‌های دیگر با هم ادامه می‌دهند. صاحب فروشگاه این رایانه را در سرور هم کنار می‌گذارد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/identity.py" />
            <source>This has to be typed, and there is no terminal to ask on. Put it into a file and name that with {option} FILE.</source>
            <translation>این را باید کسی بنویسد و پایانه‌ای برای پرسیدن نیست. آن را در فایلی بگذارید و نام فایل را با {option} بدهید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/hubs.py" />
            <source>This installation cannot run a hub. Install ecrm-desktop with its extra hub.</source>
            <translation>این نصب نمی‌تواند سرور اینترنتی باشد. برنامه را با بخش افزودهٔ hub نصب کنید: ecrm-desktop[hub]</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/imports.py" />
            <source>This shop does not count in rials; leave out --unit.</source>
            <translation>این فروشگاه با ریال کار نمی‌کند؛ --unit را ننویسید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/phrase.py" />
            <source>Type the phrase from the sheet: </source>
            <translation>عبارت را از روی برگه بنویسید: </translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/import_outcome.py" />
            <source>Updated</source>
            <translation>به‌روزشده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/checks.py" />
            <source>Users</source>
            <translation>کاربران</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/import_options.py" />
            <source>What a column holds; SOURCE is its title or its place: 1, 2 … Without any, the columns are recognised.</source>
            <translation>محتوای یک ستون؛ SOURCE عنوان ستون است یا جای آن: 1، 2 … اگر هیچ‌کدام را نگویید، ستون‌ها شناسایی می‌شوند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/import_options.py" />
            <source>What a row does to who is there: nothing, fill what is empty, or change all it says.</source>
            <translation>هر ردیف با مشتری موجود چه کند: هیچ، پر کردن جاهای خالی، یا تغییر همهٔ آنچه می‌گوید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/import_options.py" />
            <source>What a row is that has the phone or e-mail of somebody with another name: a second person (if nothing is said), the same one, or left out as a problem.</source>
            <translation>ردیفی که تلفن یا ایمیل کسی با نام دیگر را دارد چیست: نفر دوم (اگر چیزی گفته نشود)، همان نفر، یا کنار گذاشته‌شده به‌عنوان ایراد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/backups.py" />
            <source>What could be read is in the new file: {path}</source>
            <translation>آنچه خوانده شد در فایل تازه است: {path}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/sync_work.py" />
            <source>What is there stays; the other value was let go.</source>
            <translation>آنچه هست می‌ماند؛ از مقدار دیگر گذشتید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/segments.py" />
            <source>What it is for.</source>
            <translation>برای چه کاری است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/import_options.py" />
            <source>What tells who is there already, in this order.</source>
            <translation>آنچه نشان می‌دهد مشتری از قبل هست، به همین ترتیب.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/hubs.py" />
            <source>What the computer is called in the shop.</source>
            <translation>نام رایانه در فروشگاه.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/people.py" />
            <source>What they are in the shop.</source>
            <translation>نقش او در فروشگاه.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/servers.py" />
            <source>What this computer is called there.</source>
            <translation>نام این رایانه در آنجا.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/backups.py" />
            <source>What was there before is kept: {path}</source>
            <translation>آنچه پیش‌تر بود نگه داشته شد: {path}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/hubs.py" />
            <source>Where computers reach the hub: https://…</source>
            <translation>نشانی سرور اینترنتی برای رایانه‌ها: https://…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/servers.py" />
            <source>Where the computers reach the server, if it is not as in URL.</source>
            <translation>نشانی سرور برای رایانه‌ها، اگر مثل URL نیست.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/servers.py" />
            <source>Where the server's certificate and key go.</source>
            <translation>جای گواهی و کلید سرور.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/encryption.py" />
            <source>Where the sheet with the phrase goes; - shows it here.</source>
            <translation>برگهٔ عبارت بازیابی کجا نوشته شود؛ با - همین‌جا نشان داده می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/hubs.py" />
            <source>Which shop, by its name or id.</source>
            <translation>کدام فروشگاه، با نام یا شناسه.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/hubs.py" />
            <source>Which shop, by its name or id; begun if it is not there.</source>
            <translation>کدام فروشگاه، با نام یا شناسه؛ اگر نباشد ساخته می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/servers.py" />
            <source>Which shop, if there are several in the database.</source>
            <translation>کدام فروشگاه، اگر چند تا در پایگاه داده هست.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/identity.py" />
            <source>Who you are; also the variable ECRM_USER.</source>
            <translation>نام شما؛ متغیر ECRM_USER هم می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/hub_work.py" />
            <source>Whoever has this line joins the shop in the place of {name}: give it to nobody else. It is good for one computer and ten minutes.</source>
            <translation>هر کس این سطر را داشته باشد به جای {name} وارد فروشگاه می‌شود: آن را به کس دیگری ندهید. فقط برای یک رایانه و تا ده دقیقه اعتبار دارد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/server_work.py" />
            <source>Whoever has this line joins the shop in the place of {name}: give it to nobody else. It is good for one computer.</source>
            <translation>هر کس این خط را داشته باشد به جای {name} وارد فروشگاه می‌شود: آن را به کس دیگری ندهید. فقط برای یک رایانه است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/reports.py" />
            <source>Whose file the report “customer” is; whom the audit trail is about.</source>
            <translation>گزارش «customer» پروندهٔ کیست؛ ردپا دربارهٔ کیست.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/reports.py" />
            <source>Whose file? Add --customer with the customer's code.</source>
            <translation>پروندهٔ کدام مشتری؟ --customer را با کد مشتری بنویسید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/segments.py" />
            <source>Why that is so.</source>
            <translation>چرا چنین است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/exports.py" />
            <source>With every field; there is no shorter list.</source>
            <translation>با همهٔ فیلدها؛ فهرست کوتاه‌تری در کار نیست.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/server_work.py" />
            <source>With it only the server itself can join; for other computers say --address HOST.</source>
            <translation>با آن فقط خود رایانه‌ی سرور می‌تواند بپیوندد؛ برای رایانه‌های دیگر --address HOST را بنویسید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/import_outcome.py" />
            <source>With something kept in the note</source>
            <translation>با چیزی که در یادداشت ماند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/import_outcome.py" />
            <source>With the phone or e-mail of another name</source>
            <translation>با تلفن یا ایمیلِ کسی با نام دیگر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/program.py" />
            <source>Work with the shop's database without the window.</source>
            <translation>کار با اطلاعات فروشگاه بدون پنجره.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/insight.py" />
            <source>Write a page, or the letter of the month, to a file. NAME is today, value, forecast, products or letter.</source>
            <translation>نوشتن یک صفحه یا نامهٔ ماه در فایل. NAME یکی از today، value، forecast، products یا letter است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/reports.py" />
            <source>Write a report. NAME is one of: {names}.</source>
            <translation>نوشتن گزارش. NAME یکی از این‌هاست: {names}.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/hubs.py" />
            <source>Write all shops of the hub into one file.</source>
            <translation>همهٔ فروشگاه‌های سرور اینترنتی را در یک فایل می‌نویسد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/imports.py" />
            <source>Write an Excel file to fill in and bring in.</source>
            <translation>یک فایل اکسل خالی می‌سازد تا آن را پر و وارد کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/customers.py" />
            <source>Write customers as contacts for phones: FILE.vcf.</source>
            <translation>مشتریان را به‌صورت مخاطب گوشی بنویس: FILE.vcf.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/exports.py" />
            <source>Write everything about the customers as FILE.xlsx or FILE.csv, to be imported again.</source>
            <translation>همهٔ اطلاعات مشتریان را در FILE.xlsx یا FILE.csv بنویس تا بعد هم بتوان وارد کرد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/packages.py" />
            <source>Write everything the shop has into FILE.zip.</source>
            <translation>نوشتن همهٔ داده‌های فروشگاه در FILE.zip.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/exports.py" />
            <source>Write the customers' birthdays as a calendar: FILE.ics.</source>
            <translation>تولد مشتریان را به‌صورت تقویم بنویس: FILE.ics.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/segments.py" />
            <source>again</source>
            <translation>دوباره</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/sync_work.py" />
            <source>deleted</source>
            <translation>حذف شده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/server_work.py" />
            <source>fsync or full_page_writes is off: after a power cut the server may have lost everything.</source>
            <translation>fsync یا full_page_writes خاموش است: با قطع برق ممکن است همه چیز سرور از دست برود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/people.py" />
            <source>has a password</source>
            <translation>رمز دارد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/sync_work.py" />
            <source>kept, since it was edited</source>
            <translation>مانده، چون ویرایش شده بود</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/server_work.py" />
            <source>listen_addresses lets the server hear this computer only.</source>
            <translation>با listen_addresses فعلی، سرور فقط از همین رایانه شنیده می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/sync_work.py" />
            <source>never yet</source>
            <translation>هنوز هیچ‌وقت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/imports.py" />
            <source>new: {count}</source>
            <translation>تازه: {count}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/encryption.py" />
            <source>no</source>
            <translation>خیر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/people.py" />
            <source>no longer works here</source>
            <translation>دیگر اینجا کار نمی‌کند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/segments.py" />
            <source>not counted yet</source>
            <translation>هنوز شمرده نشده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/server_work.py" />
            <source>pg_hba.conf lets nobody in from other computers.</source>
            <translation>pg_hba.conf هیچ رایانه‌ی دیگری را راه نمی‌دهد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/server_work.py" />
            <source>pg_hba.conf lets others in unencrypted, too: write hostssl instead of host there.</source>
            <translation>pg_hba.conf دیگران را بدون رمزگذاری هم راه می‌دهد: آنجا به جای host بنویسید hostssl.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/server_work.py" />
            <source>pg_hba.conf lets people in without a password (trust): anybody could read everything.</source>
            <translation>pg_hba.conf بدون رمز راه می‌دهد (trust): هر کسی می‌تواند همه چیز را بخواند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/imports.py" />
            <source>problems: {count}</source>
            <translation>مشکل‌دار: {count}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/backups.py" />
            <source>replaced by a restore</source>
            <translation>کنارگذاشته هنگام بازگرداندن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/server_work.py" />
            <source>shut out</source>
            <translation>کنار گذاشته شده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/imports.py" />
            <source>taken back</source>
            <translation>برگردانده‌شده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/imports.py" />
            <source>updated: {count}</source>
            <translation>به‌روزشده: {count}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/server_work.py" />
            <source>was never here</source>
            <translation>هنوز نیامده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/encryption.py" />
            <source>yes</source>
            <translation>بله</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/pairing.py" />
            <source>{count} actions never came to the server and stay in this file alone; ecrm sync --once sends them.</source>
            <translation>{count} کار هنوز به سرور نرفته و فقط در همین فایل می‌ماند؛ ecrm sync --once آن‌ها را می‌فرستد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/customers.py" />
            <source>{count} contacts are ready: {path}</source>
            <translation>{count} مخاطب آماده است: {path}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/segments.py" />
            <source>{count} customers</source>
            <translation>{count} مشتری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/exports.py" />
            <source>{count} customers are in it: {path}</source>
            <translation>{count} مشتری در آن است: {path}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/segments.py" />
            <source>{count} groups were looked at; {noted} customers came or went.</source>
            <translation>{count} گروه بررسی شد؛ {noted} آمدن یا رفتن یادداشت شد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/audit_thinning.py" />
            <source>{entries} entries of before {day} would be removed for good, and nobody can undo that. Say it again with --yes.</source>
            <translation>{entries} ثبت پیش از {day} برای همیشه پاک می‌شود و کسی نمی‌تواند برشان گرداند. اگر می‌خواهید، دوباره با ‎--yes‎ بنویسید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/audit_thinning.py" />
            <source>{entries} entries were removed. Backups made until now still have them.</source>
            <translation>{entries} ثبت پاک شد. پشتیبان‌هایی که تا امروز گرفته شده‌اند هنوز آن‌ها را دارند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/usage.py" />
            <source>{name} cannot be taken as it is; see --help.</source>
            <translation>مقدار {name} درست نیست؛ --help را ببینید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/people.py" />
            <source>{name} has a new password.</source>
            <translation>{name} رمز تازه دارد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/people.py" />
            <source>{name} has no password any more.</source>
            <translation>{name} دیگر رمز ندارد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/people.py" />
            <source>{name} has no password any more. Give them a new one before others begin to work.</source>
            <translation>{name} دیگر رمز ندارد. پیش از آن‌که دیگران کار را شروع کنند رمز تازه بگذارید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/usage.py" />
            <source>{name} is missing; see --help.</source>
            <translation>{name} نوشته نشده است؛ --help را ببینید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/people.py" />
            <source>{name} is no owner; the owner gives them a new password: ecrm user set-password</source>
            <translation>{name} صاحب فروشگاه نیست؛ صاحب فروشگاه رمز تازه به او می‌دهد: ecrm user set-password</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/server_work.py" />
            <source>{name} is shut out.</source>
            <translation>{name} کنار گذاشته شد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/people.py" />
            <source>{name} keeps the password.</source>
            <translation>رمز {name} می‌ماند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/people.py" />
            <source>{name} works here now.</source>
            <translation>{name} از حالا اینجا کار می‌کند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/forgetting.py" />
            <source>{name} would be forgotten for good, and nobody can undo that. Say it again with --yes.</source>
            <translation>{name} برای همیشه فراموش می‌شود و هیچ‌کس نمی‌تواند آن را برگرداند. دوباره با --yes بگویید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/packages.py" />
            <source>{records} records were written: {path}</source>
            <translation>{records} رکورد نوشته شد: {path}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/hub_work.py" />
            <source>{shops} shops as of {time}</source>
            <translation>{shops} فروشگاه، در زمان {time}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/backups.py" />
            <source>{size} MB</source>
            <translation>{size} مگابایت</translation>
        </message>
    </context>
    <context>
        <name>ComplaintFields</name>
        <message>
            <location filename="../ecrm_desktop/fields/complaints.py" />
            <source>Closed</source>
            <translation>بسته شد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/complaints.py" />
            <source>Compensation</source>
            <translation>جبران</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/complaints.py" />
            <source>Complaint</source>
            <translation>شکایت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/complaints.py" />
            <source>Description</source>
            <translation>شرح</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/complaints.py" />
            <source>Entry in the complaint's history</source>
            <translation>یادداشت شکایت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/complaints.py" />
            <source>Received</source>
            <translation>دریافت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/complaints.py" />
            <source>Resolution</source>
            <translation>راه‌حل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/complaints.py" />
            <source>Resolved</source>
            <translation>حل شد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/complaints.py" />
            <source>Satisfaction (1 to 5)</source>
            <translation>رضایت (۱ تا ۵)</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/complaints.py" />
            <source>Severity</source>
            <translation>شدت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/complaints.py" />
            <source>State</source>
            <translation>وضعیت</translation>
        </message>
    </context>
    <context>
        <name>ComplaintHistory</name>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/history.py" />
            <source>Category</source>
            <translation>دسته</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/history.py" />
            <source>Compensation</source>
            <translation>جبران</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/history.py" />
            <source>Complaint recorded</source>
            <translation>شکایت ثبت شد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/history.py" />
            <source>Customer</source>
            <translation>مشتری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/history.py" />
            <source>Due</source>
            <translation>موعد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/history.py" />
            <source>History</source>
            <translation>تاریخچه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/history.py" />
            <source>Note</source>
            <translation>یادداشت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/history.py" />
            <source>Product</source>
            <translation>کالا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/history.py" />
            <source>Purchase</source>
            <translation>خرید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/history.py" />
            <source>Received</source>
            <translation>دریافت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/history.py" />
            <source>Resolution</source>
            <translation>راه‌حل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/history.py" />
            <source>Responsible</source>
            <translation>مسئول</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/history.py" />
            <source>Satisfaction</source>
            <translation>رضایت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/history.py" />
            <source>Severity</source>
            <translation>شدت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/history.py" />
            <source>Status</source>
            <translation>وضعیت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/history.py" />
            <source>Subject</source>
            <translation>موضوع</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/history.py" />
            <source>What happened</source>
            <translation>شرح</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/history.py" />
            <source>{day} {clock}</source>
            <translation>{day} {clock}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/history.py" />
            <source>{field} changed</source>
            <translation>{field} تغییر کرد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/history.py" />
            <source>{field}: {after}</source>
            <translation>{field}: {after}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/history.py" />
            <source>{field}: {before} taken away</source>
            <translation>{field}: {before} برداشته شد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/history.py" />
            <source>{field}: {before} → {after}</source>
            <translation>{field}: {before} ← {after}</translation>
        </message>
    </context>
    <context>
        <name>ComplaintStatus</name>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Closed</source>
            <translation>بسته‌شده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>In progress</source>
            <translation>در حال بررسی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>New</source>
            <translation>تازه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Reopened</source>
            <translation>بازشدهٔ دوباره</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Resolved</source>
            <translation>حل‌شده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Waiting for customer</source>
            <translation>منتظر مشتری</translation>
        </message>
    </context>
    <context>
        <name>Complaints</name>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/fields.py" />
            <source>About the product</source>
            <translation>دربارهٔ کالا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/fields.py" />
            <source>About the purchase</source>
            <translation>دربارهٔ خرید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/fields.py" />
            <source>As the shop promises: until {day}</source>
            <translation>طبق قول فروشگاه: تا {day}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/page.py" />
            <source>Board</source>
            <translation>تابلو</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/columns.py" />
            <source>Category</source>
            <translation>دسته</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/detail.py" />
            <source>Close it</source>
            <translation>بستن شکایت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/facts.py" />
            <source>Compensation</source>
            <translation>جبران</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/detail.py" />
            <source>Complaint</source>
            <translation>شکایت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/page.py" />
            <source>Complaints</source>
            <translation>شکایت‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/columns.py" />
            <source>Customer</source>
            <translation>مشتری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/facts.py" />
            <source>Customer's card</source>
            <translation>کارت مشتری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/board.py" />
            <source>Delete</source>
            <translation>حذف</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/columns.py" />
            <source>Due</source>
            <translation>موعد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/detail.py" />
            <source>Edit</source>
            <translation>ویرایش</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/form.py" />
            <source>Edit complaint {number}</source>
            <translation>ویرایش شکایت {number}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/unfinished_forms.py" />
            <source>Edit the complaint</source>
            <translation>ویرایش شکایت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/fields.py" />
            <source>How it ended</source>
            <translation>نتیجه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/fields.py" />
            <source>How was it mended?</source>
            <translation>چطور حل شد؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/detail.py" />
            <source>Is the customer content now?</source>
            <translation>مشتری حالا راضی است؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/page.py" />
            <source>List</source>
            <translation>فهرست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/resolve.py" />
            <source>Marked as resolved.</source>
            <translation>حل‌شده ثبت شد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/moving.py" />
            <source>Meanwhile it was moved to “{status}”.</source>
            <translation>در این میان به «{status}» رفته است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/moving.py" />
            <source>Meanwhile {name} moved it to “{status}” ({when}).</source>
            <translation>در این میان {name} آن را به «{status}» برده است ({when}).</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/moving.py" />
            <source>Move</source>
            <translation>جابه‌جا کن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/moving.py" />
            <source>Move it to “{status}” all the same?</source>
            <translation>باز هم به «{status}» برود؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/board.py" />
            <source>Move to “{status}”</source>
            <translation>انتقال به «{status}»</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/page.py" />
            <source>Moved to “{status}”.</source>
            <translation>به «{status}» رفت.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/unfinished_forms.py" />
            <source>New complaint</source>
            <translation>شکایت تازه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/detail.py" />
            <source>New task</source>
            <translation>کار تازه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/page.py" />
            <source>No complaint fits</source>
            <translation>شکایتی با این مشخصات نیست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/page.py" />
            <source>No complaints yet</source>
            <translation>هنوز شکایتی ثبت نشده است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/fields.py" />
            <source>Nobody</source>
            <translation>هیچ‌کس</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/unfinished_forms.py" />
            <source>Note</source>
            <translation>یادداشت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/columns.py" />
            <source>Number</source>
            <translation>شماره</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/board.py" />
            <source>Open</source>
            <translation>باز کردن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/facts.py" />
            <source>Product</source>
            <translation>کالا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/fields.py" />
            <source>Product's name or code</source>
            <translation>نام یا کد کالا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/reopen.py" />
            <source>Promised until</source>
            <translation>مهلت تازه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/facts.py" />
            <source>Purchase</source>
            <translation>خرید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/columns.py" />
            <source>Received</source>
            <translation>دریافت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/fields.py" />
            <source>Received at another time</source>
            <translation>زمان دریافت دیگر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/reopen.py" />
            <source>Reopen</source>
            <translation>باز کردن دوباره</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/unfinished_forms.py" />
            <source>Reopen the complaint</source>
            <translation>باز کردن دوبارهٔ شکایت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/detail.py" />
            <source>Reopen…</source>
            <translation>باز کردن دوباره…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/facts.py" />
            <source>Resolution</source>
            <translation>راه‌حل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/unfinished_forms.py" />
            <source>Resolve the complaint</source>
            <translation>حل شکایت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/resolve.py" />
            <source>Resolved</source>
            <translation>حل شد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/facts.py" />
            <source>Resolved in</source>
            <translation>زمان حل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/detail.py" />
            <source>Resolve…</source>
            <translation>حل شد…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/columns.py" />
            <source>Responsible</source>
            <translation>مسئول</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/board_column.py" />
            <source>Responsible: {name}</source>
            <translation>مسئول: {name}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/columns.py" />
            <source>Satisfaction</source>
            <translation>رضایت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/detail.py" />
            <source>Save the note</source>
            <translation>ثبت یادداشت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/page.py" />
            <source>Search the complaints</source>
            <translation>جست‌وجو در شکایت‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/facts.py" />
            <source>See the purchase</source>
            <translation>دیدن خرید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/columns.py" />
            <source>Severity</source>
            <translation>شدت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/facts.py" />
            <source>Severity: {severity}</source>
            <translation>شدت: {severity}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/columns.py" />
            <source>Status</source>
            <translation>وضعیت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/columns.py" />
            <source>Subject</source>
            <translation>موضوع</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/detail.py" />
            <source>Take up</source>
            <translation>شروع بررسی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/page.py" />
            <source>The complaint is in the bin.</source>
            <translation>شکایت به سطل رفت.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/reopen.py" />
            <source>The complaint is open again.</source>
            <translation>شکایت دوباره باز شد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/form.py" />
            <source>The complaint is saved.</source>
            <translation>شکایت ثبت شد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/page.py" />
            <source>The complaint of {name}</source>
            <translation>شکایت {name}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/detail.py" />
            <source>Wait for the customer</source>
            <translation>منتظر مشتری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/page.py" />
            <source>What a customer is unhappy about belongs here until it is mended.</source>
            <translation>هرچه مشتری از آن ناراضی است اینجا می‌ماند تا درست شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/fields.py" />
            <source>What happened</source>
            <translation>شرح</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/detail.py" />
            <source>What was done</source>
            <translation>چه کرده‌ایم</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/detail.py" />
            <source>What was done or said?</source>
            <translation>چه شد یا چه گفته شد؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/reopen.py" />
            <source>Why is it open again?</source>
            <translation>چرا دوباره باز می‌شود؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/board.py" />
            <source>and {count} more: see the list</source>
            <translation>و {count} شکایت دیگر، در فهرست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/fields.py" />
            <source>as the shop promises</source>
            <translation>طبق قول فروشگاه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/fields.py" />
            <source>none in particular</source>
            <translation>خرید خاصی نیست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/page.py" />
            <source>only overdue</source>
            <translation>فقط دیرکردها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/facts.py" />
            <source>promised until {day}</source>
            <translation>قول تا {day}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/texts.py" />
            <source>took {duration}</source>
            <translation>در {duration}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/page.py" />
            <source>{count} complaints are in the bin.</source>
            <translation>{count} شکایت به سطل رفت.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/board.py" />
            <source>{count} late</source>
            <translation>{count} دیرکرد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/page.py" />
            <source>{count}, {overdue} of them overdue</source>
            <translation>{count} شکایت، {overdue} دیرکرد</translation>
        </message>
    </context>
    <context>
        <name>ConsentChannel</name>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Call</source>
            <translation>تماس تلفنی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>E-mail</source>
            <translation>ایمیل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>SMS</source>
            <translation>پیامک</translation>
        </message>
    </context>
    <context>
        <name>Converting</name>
        <message>
            <location filename="../ecrm_desktop/shell/maintenance.py" />
            <source>A new file is written and checked, and only then takes the place of the old one. Whatever happens meanwhile, the shop is not lost.</source>
            <translation>فایل تازه‌ای نوشته و بررسی می‌شود و تنها پس از آن جای فایل قبلی را می‌گیرد. هر اتفاقی در این میان بیفتد، فروشگاه از دست نمی‌رود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/maintenance.py" />
            <source>Encryption is being taken back…</source>
            <translation>رمزگذاری برداشته می‌شود…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/maintenance.py" />
            <source>The shop is being encrypted…</source>
            <translation>فروشگاه رمزگذاری می‌شود…</translation>
        </message>
    </context>
    <context>
        <name>Currency</name>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Armenian drams</source>
            <translation>درام ارمنستان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Australian dollars</source>
            <translation>دلار استرالیا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Azerbaijani manats</source>
            <translation>منات آذربایجان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Bahraini dinars</source>
            <translation>دینار بحرین</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Canadian dollars</source>
            <translation>دلار کانادا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Chinese yuan</source>
            <translation>یوان چین</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Danish kroner</source>
            <translation>کرون دانمارک</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Georgian laris</source>
            <translation>لاری گرجستان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Indian rupees</source>
            <translation>روپیهٔ هند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Iraqi dinars</source>
            <translation>دینار عراق</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Japanese yen</source>
            <translation>ین ژاپن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Jordanian dinars</source>
            <translation>دینار اردن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Kazakh tenges</source>
            <translation>تنگهٔ قزاقستان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Kuwaiti dinars</source>
            <translation>دینار کویت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Lebanese pounds</source>
            <translation>لیرهٔ لبنان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Malaysian ringgits</source>
            <translation>رینگیت مالزی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Norwegian kroner</source>
            <translation>کرون نروژ</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Omani rials</source>
            <translation>ریال عمان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Pakistani rupees</source>
            <translation>روپیهٔ پاکستان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Qatari riyals</source>
            <translation>ریال قطر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Russian rubles</source>
            <translation>روبل روسیه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Saudi riyals</source>
            <translation>ریال عربستان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>South Korean won</source>
            <translation>وون کره جنوبی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Swedish kronor</source>
            <translation>کرون سوئد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Swiss francs</source>
            <translation>فرانک سوئیس</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Syrian pounds</source>
            <translation>لیرهٔ سوریه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Tajik somonis</source>
            <translation>سامانی تاجیکستان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Turkish liras</source>
            <translation>لیر ترکیه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Turkmen manats</source>
            <translation>منات ترکمنستان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>UAE dirhams</source>
            <translation>درهم امارات</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>US dollars</source>
            <translation>دلار آمریکا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>Uzbek soms</source>
            <translation>سوم ازبکستان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>afghanis</source>
            <translation>افغانی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>euros</source>
            <translation>یورو</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>pounds sterling</source>
            <translation>پوند انگلیس</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>rials</source>
            <translation>ریال</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>toman</source>
            <translation>تومان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>{amount} {unit}</source>
            <translation>{amount} {unit}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>{rials} rials</source>
            <translation>{rials} ریال</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>{tomans} toman and {rials} rials</source>
            <translation>{tomans} تومان و {rials} ریال</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>{whole} and {part} hundredths {unit}</source>
            <translation>{whole} و {part} صدم {unit}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/money.py" />
            <source>{whole} and {part} thousandths {unit}</source>
            <translation>{whole} و {part} هزارم {unit}</translation>
        </message>
    </context>
    <context>
        <name>CustomerFields</name>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Address</source>
            <translation>نشانی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Address on a network</source>
            <translation>نشانی در شبکهٔ اجتماعی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Address on it</source>
            <translation>نشانی در آن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Adverts by {channel}</source>
            <translation>تبلیغ با {channel}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Agreed</source>
            <translation>موافق است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Best reached by</source>
            <translation>راه تماس دلخواه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Birthday</source>
            <translation>تاریخ تولد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Channel</source>
            <translation>راه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Choices</source>
            <translation>گزینه‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>City</source>
            <translation>شهر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Code</source>
            <translation>کد اشتراک</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Company</source>
            <translation>نام شرکت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Consent</source>
            <translation>رضایت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Customer since</source>
            <translation>مشتری از</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Customer who stayed</source>
            <translation>مشتری ماندگار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Customer who was joined</source>
            <translation>مشتری یکی‌شده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>E-mail</source>
            <translation>ایمیل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Favourite</source>
            <translation>علاقه‌مندی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Favourite brands</source>
            <translation>مارک‌های دلخواه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Favourite products</source>
            <translation>کالاهای دلخواه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Fields of this shop</source>
            <translation>اطلاعات دلخواه فروشگاه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>First name</source>
            <translation>نام</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Forgotten customer</source>
            <translation>مشتری فراموش‌شده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Found us by</source>
            <translation>راه آشنایی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Gender</source>
            <translation>جنسیت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Household income</source>
            <translation>درآمد خانوار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>How we know</source>
            <translation>از کجا می‌دانیم</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Job</source>
            <translation>شغل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Joined into</source>
            <translation>یکی شد با</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Last name</source>
            <translation>نام خانوادگی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Main phone</source>
            <translation>تلفن اصلی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Merge of customers</source>
            <translation>یکی کردن مشتریان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>National ID</source>
            <translation>کد ملی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Network</source>
            <translation>شبکه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Notes</source>
            <translation>یادداشت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>One customer</source>
            <translation>یک مشتری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Own field</source>
            <translation>فیلد دلخواه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Own field's value</source>
            <translation>مقدار فیلد دلخواه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Person or company</source>
            <translation>شخص یا شرکت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Phones</source>
            <translation>تلفن‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Postal code</source>
            <translation>کد پستی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Province</source>
            <translation>استان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Referred by</source>
            <translation>معرف</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Social networks</source>
            <translation>شبکه‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Spouse</source>
            <translation>نام همسر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Tag</source>
            <translation>برچسب</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Tags</source>
            <translation>برچسب‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>The other customer</source>
            <translation>مشتری دیگر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Title</source>
            <translation>عنوان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Two different customers</source>
            <translation>دو مشتری جدا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Value</source>
            <translation>مقدار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Was in the bin</source>
            <translation>در سطل بود</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/customers.py" />
            <source>Wedding day</source>
            <translation>سالگرد ازدواج</translation>
        </message>
    </context>
    <context>
        <name>CustomerForm</name>
        <message>
            <location filename="../ecrm_desktop/ui/customers/form_fields.py" />
            <source>About the person</source>
            <translation>دربارهٔ او</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/form_fields.py" />
            <source>Address, e-mail and social networks</source>
            <translation>نشانی، ایمیل و شبکه‌های اجتماعی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/form_fields.py" />
            <source>Another network</source>
            <translation>شبکهٔ دیگر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/phones_edit.py" />
            <source>Another phone</source>
            <translation>تلفن دیگر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/form_fields.py" />
            <source>Code and notes</source>
            <translation>کد اشتراک و یادداشت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/unfinished_forms.py" />
            <source>Edit the customer</source>
            <translation>ویرایش مشتری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/form_fields.py" />
            <source>Left empty, the next number is given.</source>
            <translation>اگر خالی بماند، شمارهٔ بعدی داده می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/form_fields.py" />
            <source>Likes and consent to adverts</source>
            <translation>سلیقه و اجازهٔ تبلیغ</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/form_fields.py" />
            <source>Name</source>
            <translation>نام</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/unfinished_forms.py" />
            <source>New customer</source>
            <translation>مشتری تازه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/duplicate_notes.py" />
            <source>Open it?</source>
            <translation>باز شود؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/form.py" />
            <source>Save, then a purchase</source>
            <translation>ثبت و خرید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/form.py" />
            <source>Saved.</source>
            <translation>ثبت شد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/duplicate_notes.py" />
            <source>The number {phone} is recorded for {name}.</source>
            <translation>شمارهٔ {phone} برای {name} ثبت شده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/duplicate_notes.py" />
            <source>There is a customer called {name} already ({about}).</source>
            <translation>مشتری دیگری با نام {name} ثبت شده است ({about}).</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/duplicate_notes.py" />
            <source>This national ID belongs to {name}.</source>
            <translation>این کد ملی برای {name} ثبت شده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/part_edits.py" />
            <source>agreed</source>
            <translation>موافق است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/part_edits.py" />
            <source>how we know</source>
            <translation>از کجا می‌دانیم</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/phones_edit.py" />
            <source>main</source>
            <translation>اصلی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/part_edits.py" />
            <source>not asked</source>
            <translation>نپرسیده‌ایم</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/part_edits.py" />
            <source>refused</source>
            <translation>نمی‌خواهد</translation>
        </message>
    </context>
    <context>
        <name>CustomerKind</name>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Company</source>
            <translation>شرکت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Person</source>
            <translation>شخص</translation>
        </message>
    </context>
    <context>
        <name>CustomerPicker</name>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/customer_picker.py" />
            <source>Name, phone or code</source>
            <translation>نام، تلفن یا کد اشتراک</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/customer_picker.py" />
            <source>code {code}</source>
            <translation>اشتراک {code}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/customer_picker.py" />
            <source>in the bin</source>
            <translation>در سطل بازیافت</translation>
        </message>
    </context>
    <context>
        <name>CustomerState</name>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>active</source>
            <translation>فعال</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>at risk</source>
            <translation>در خطر رفتن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>dormant</source>
            <translation>خاموش</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>never bought</source>
            <translation>هنوز نخریده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>new</source>
            <translation>تازه</translation>
        </message>
    </context>
    <context>
        <name>Customers</name>
        <message>
            <location filename="../ecrm_desktop/ui/customers/events.py" />
            <source>1 item · {amount}</source>
            <translation>یک قلم · {amount}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/page.py" />
            <source>Add a task</source>
            <translation>افزودن کار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/card.py" />
            <source>All</source>
            <translation>همه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/card_head.py" />
            <source>Average ({unit})</source>
            <translation>میانگین ({unit})</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/card_head.py" />
            <source>Back to the list</source>
            <translation>برگشت به فهرست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/card_head.py" />
            <source>Back to the list (Esc)</source>
            <translation>برگشت به فهرست (Esc)</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/card_head.py" />
            <source>Bought ({unit})</source>
            <translation>جمع خرید ({unit})</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/card_head.py" />
            <source>Call</source>
            <translation>تماس</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/card.py" />
            <source>Calls</source>
            <translation>تماس‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/card.py" />
            <source>Calls, purchases and complaints are shown here together.</source>
            <translation>تماس‌ها، خریدها و شکایت‌های او یک‌جا اینجا می‌آید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/page.py" />
            <source>Choose the columns</source>
            <translation>انتخاب ستون‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/card_head.py" />
            <source>Complaint</source>
            <translation>شکایت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/card.py" />
            <source>Complaints</source>
            <translation>شکایت‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/details.py" />
            <source>Contact person</source>
            <translation>رابط</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/page.py" />
            <source>Customers</source>
            <translation>مشتریان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/selection_bar.py" />
            <source>Del</source>
            <translation>Del</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/card.py" />
            <source>Delete</source>
            <translation>حذف</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/card.py" />
            <source>Details</source>
            <translation>مشخصات</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/card.py" />
            <source>Edit</source>
            <translation>ویرایش</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/card.py" />
            <source>Everything that happened</source>
            <translation>همهٔ رویدادها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/card.py" />
            <source>Forget for good…</source>
            <translation>فراموش کردن برای همیشه…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/filters.py" />
            <source>Found us by</source>
            <translation>آشنایی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/filters.py" />
            <source>Group</source>
            <translation>گروه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/card.py" />
            <source>Groups</source>
            <translation>گروه‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/groups.py" />
            <source>Groups are made on the page “Insight”.</source>
            <translation>گروه‌ها را در صفحهٔ «بینش» می‌سازید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/card.py" />
            <source>History of changes</source>
            <translation>تاریخچهٔ تغییرات</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/details.py" />
            <source>How often</source>
            <translation>چند وقت یک بار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/groups.py" />
            <source>In no group</source>
            <translation>در هیچ گروهی نیست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/card_head.py" />
            <source>Last purchase</source>
            <translation>آخرین خرید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/selection_bar.py" />
            <source>Merge</source>
            <translation>یکی کردن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/card.py" />
            <source>Merge with another customer…</source>
            <translation>یکی کردن با مشتری دیگر…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/page.py" />
            <source>Merge…</source>
            <translation>یکی کردن…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/card_head.py" />
            <source>More</source>
            <translation>بیشتر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/insight/today/calls_page.py" />
            <source>Name</source>
            <translation>نام</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/page.py" />
            <source>New customer</source>
            <translation>مشتری تازه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/card.py" />
            <source>No customer chosen</source>
            <translation>مشتری‌ای انتخاب نشده است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/page.py" />
            <source>No customer fits</source>
            <translation>مشتری‌ای پیدا نشد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/page.py" />
            <source>No customers yet</source>
            <translation>هنوز مشتری‌ای ندارید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/card.py" />
            <source>Nothing here yet</source>
            <translation>هنوز چیزی نیست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/attention.py" />
            <source>Open complaint: “{subject}”</source>
            <translation>شکایت باز: «{subject}»</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/customer_columns.py" />
            <source>Open complaints</source>
            <translation>شکایت باز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/page.py" />
            <source>Perhaps a filter hides who you are looking for.</source>
            <translation>شاید صافی‌های بالا او را پنهان کرده‌اند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/card_head.py" />
            <source>Print</source>
            <translation>چاپ</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/card.py" />
            <source>Print the file</source>
            <translation>چاپ پرونده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/attention.py" />
            <source>Promised: “{title}”</source>
            <translation>قول داده‌اید: «{title}»</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/card_head.py" />
            <source>Purchase</source>
            <translation>خرید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/card.py" />
            <source>Purchases</source>
            <translation>خریدها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/card.py" />
            <source>Record a call</source>
            <translation>ثبت تماس</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/page.py" />
            <source>Record a complaint</source>
            <translation>ثبت شکایت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/page.py" />
            <source>Record a purchase</source>
            <translation>ثبت خرید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/events.py" />
            <source>Return</source>
            <translation>مرجوعی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/card.py" />
            <source>Save as a contact…</source>
            <translation>ذخیره به شکل مخاطب…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/page.py" />
            <source>Save as a group…</source>
            <translation>ذخیره به‌عنوان گروه…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/page.py" />
            <source>Save as contacts…</source>
            <translation>ذخیره به‌صورت مخاطب…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/page.py" />
            <source>Search this list</source>
            <translation>جست‌وجو در فهرست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/attention.py" />
            <source>See</source>
            <translation>دیدن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/filters.py" />
            <source>Silent for</source>
            <translation>خرید نکرده از</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/filters.py" />
            <source>Status</source>
            <translation>وضعیت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/card_head.py" />
            <source>Task</source>
            <translation>کار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/card.py" />
            <source>Tasks</source>
            <translation>کارها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/page.py" />
            <source>The customer is in the bin.</source>
            <translation>مشتری به سطل بازیافت رفت.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/card.py" />
            <source>The first call or purchase will stand here.</source>
            <translation>نخستین تماس یا خرید اینجا می‌آید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/attention.py" />
            <source>Used to buy every {usual} days; away for {days} days now</source>
            <translation>هر {usual} روز خرید می‌کرد؛ {days} روز است نیامده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/details.py" />
            <source>What to expect</source>
            <translation>چشم‌انداز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/page.py" />
            <source>Who is here twice?</source>
            <translation>چه کسی دو بار هست؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/page.py" />
            <source>Whoever buys, calls or asks belongs here, with everything that happens.</source>
            <translation>هر کس خرید می‌کند، تماس می‌گیرد یا چیزی می‌پرسد اینجا ثبت می‌شود؛ با همهٔ رویدادهایش.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/texts.py" />
            <source>agreed</source>
            <translation>موافق است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/filters.py" />
            <source>birthday next month</source>
            <translation>تولد ماه آینده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/filters.py" />
            <source>birthday this month</source>
            <translation>تولد این ماه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/texts.py" />
            <source>code {code}</source>
            <translation>اشتراک {code}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/filters.py" />
            <source>complaint open</source>
            <translation>شکایت باز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/texts.py" />
            <source>does not want any</source>
            <translation>نمی‌خواهد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/events.py" />
            <source>done</source>
            <translation>انجام شد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/events.py" />
            <source>for {name}</source>
            <translation>برای {name}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/texts.py" />
            <source>found us by: {channel}</source>
            <translation>آشنایی: {channel}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/filters.py" />
            <source>none</source>
            <translation>بدون</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/events.py" />
            <source>number {number}</source>
            <translation>شمارهٔ {number}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/events.py" />
            <source>outcome: {outcome}</source>
            <translation>نتیجه: {outcome}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/events.py" />
            <source>responsible: {name}</source>
            <translation>مسئول: {name}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/events.py" />
            <source>spoke: {name}</source>
            <translation>پاسخ‌گو: {name}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/events.py" />
            <source>{amount} given back</source>
            <translation>{amount} پس داده شد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/page.py" />
            <source>{count} customers are in the bin.</source>
            <translation>{count} مشتری به سطل بازیافت رفتند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/selection_bar.py" />
            <source>{count} customers chosen</source>
            <translation>{count} مشتری انتخاب شده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/page.py" />
            <source>{count} in all</source>
            <translation>{count} نفر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/events.py" />
            <source>{count} items · {amount}</source>
            <translation>{count} قلم · {amount}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/filters.py" />
            <source>{days} days</source>
            <translation>{days} روز پیش</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/events.py" />
            <source>{day} {time}</source>
            <translation>{day} {time}</translation>
        </message>
    </context>
    <context>
        <name>Dashboard</name>
        <message>
            <location filename="../ecrm_desktop/ui/dashboard/page.py" />
            <source>All complaints</source>
            <translation>همهٔ شکایت‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/dashboard/page.py" />
            <source>All tasks</source>
            <translation>همهٔ کارها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/dashboard/figures.py" />
            <source>Average purchase ({unit})</source>
            <translation>میانگین هر خرید ({unit})</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/dashboard/page.py" />
            <source>Dashboard</source>
            <translation>پیشخوان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/dashboard/figures.py" />
            <source>In the period before: {figure}</source>
            <translation>دورهٔ پیش: {figure}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/dashboard/figures.py" />
            <source>New customers</source>
            <translation>مشتری تازه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/dashboard/page.py" />
            <source>No complaint is open.</source>
            <translation>شکایت بازی نیست.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/dashboard/page.py" />
            <source>No purchase has been recorded yet</source>
            <translation>هنوز خریدی ثبت نشده است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/dashboard/page.py" />
            <source>Nobody's birthday is today.</source>
            <translation>امروز تولد کسی نیست.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/dashboard/page.py" />
            <source>Nothing is left to do today.</source>
            <translation>برای امروز کاری نمانده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/dashboard/figures.py" />
            <source>Open complaints</source>
            <translation>شکایت‌های باز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/dashboard/page.py" />
            <source>Print</source>
            <translation>چاپ</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/dashboard/page.py" />
            <source>Record purchase</source>
            <translation>ثبت خرید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/dashboard/page.py" />
            <source>Record the first one, and the months will grow here.</source>
            <translation>نخستین خرید را ثبت کنید تا نمودار ماه‌ها اینجا بیاید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/dashboard/figures.py" />
            <source>Returning customers</source>
            <translation>بازگشت مشتری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/dashboard/figures.py" />
            <source>Sales ({unit})</source>
            <translation>فروش ({unit})</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/dashboard/page.py" />
            <source>Sales month by month</source>
            <translation>فروش ماه‌به‌ماه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/dashboard/page.py" />
            <source>Sales of the last 12 months ({unit})</source>
            <translation>فروش ۱۲ ماه گذشته ({unit})</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/dashboard/page.py" />
            <source>Today's birthdays</source>
            <translation>تولدهای امروز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/dashboard/page.py" />
            <source>Today's tasks</source>
            <translation>کارهای امروز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/dashboard/page.py" />
            <source>turns {age}</source>
            <translation>{age} ساله</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/dashboard/figures.py" />
            <source>unchanged</source>
            <translation>بدون تغییر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/dashboard/figures.py" />
            <source>{count} overdue</source>
            <translation>{count} دیرکرد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/dashboard/figures.py" />
            <source>{returning} of {buyers} buyers had bought before</source>
            <translation>{returning} نفر از {buyers} خریدار پیش‌تر هم خریده بودند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/dashboard/figures.py" />
            <source>▲ {change}</source>
            <translation>▲ {change}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/dashboard/figures.py" />
            <source>▼ {change}</source>
            <translation>▼ {change}</translation>
        </message>
    </context>
    <context>
        <name>Data</name>
        <message>
            <location filename="../ecrm_desktop/ui/settings/data.py" />
            <source>All of before {day} go for good, as from now on whatever is older than {years}. That they were removed stands in the trail.</source>
            <translation>همهٔ ثبت‌های پیش از {day} برای همیشه پاک می‌شوند و از این پس هر چه از {years} قدیمی‌تر شود. اینکه پاک شده‌اند در ردپا می‌ماند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/data.py" />
            <source>It takes {size}, of which the audit trail is about {part}: {entries} entries since {day}.</source>
            <translation>حجم آن {size} است و ردپا حدود {part} از آن را گرفته است: {entries} ثبت از {day} تا امروز.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/data.py" />
            <source>It takes {size}.</source>
            <translation>حجم آن {size} است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/data.py" />
            <source>Keep the audit trail</source>
            <translation>ردپا تا کی بماند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/data.py" />
            <source>Older entries go once a month, a few at a time. The file keeps its size and uses the room again; backups made before still have them.</source>
            <translation>ثبت‌های قدیمی‌تر ماهی یک بار و کم‌کم پاک می‌شوند. فایل کوچک نمی‌شود، ولی جایشان دوباره به کار می‌رود؛ پشتیبان‌های پیشین هنوز آن‌ها را دارند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/data.py" />
            <source>Remove</source>
            <translation>پاک کردن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/data.py" />
            <source>Remove {entries} entries from the audit trail?</source>
            <translation>{entries} ثبت از ردپا پاک شود؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/data.py" />
            <source>Saved.</source>
            <translation>ثبت شد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/data.py" />
            <source>The shop's file</source>
            <translation>فایل فروشگاه</translation>
        </message>
    </context>
    <context>
        <name>Deleting</name>
        <message>
            <location filename="../ecrm_desktop/ui/deleting.py" />
            <source>Ctrl+Z brings them back, and so does the bin.</source>
            <translation>با Ctrl+Z یا از سطل بازیافت برمی‌گردند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/deleting.py" />
            <source>Put in the bin</source>
            <translation>به سطل برود</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/deleting.py" />
            <source>Put {count} records in the bin?</source>
            <translation>{count} مورد به سطل بازیافت برود؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/deleting.py" />
            <source>The deletion was undone.</source>
            <translation>حذف برگردانده شد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/deleting.py" />
            <source>{count} records are back.</source>
            <translation>{count} مورد برگشت.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/deleting.py" />
            <source>{name} is back.</source>
            <translation>{name} برگشت.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/deleting.py" />
            <source>{name} is in the bin.</source>
            <translation>{name} به سطل بازیافت رفت.</translation>
        </message>
    </context>
    <context>
        <name>Direction</name>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Incoming</source>
            <translation>ورودی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Outgoing</source>
            <translation>خروجی</translation>
        </message>
    </context>
    <context>
        <name>Display</name>
        <message>
            <location filename="../ecrm_desktop/values/display.py" />
            <source>today</source>
            <translation>امروز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/display.py" />
            <source>tomorrow</source>
            <translation>فردا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/display.py" />
            <source>yesterday</source>
            <translation>دیروز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/display.py" />
            <source>{amount} {unit}</source>
            <translation>{amount} {unit}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/display.py" />
            <source>{days} d</source>
            <translation>{days} روز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/display.py" />
            <source>{days} d {hours} h</source>
            <translation>{days} روز و {hours} ساعت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/display.py" />
            <source>{day} {month}</source>
            <translation>{day} {month}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/display.py" />
            <source>{hours} h</source>
            <translation>{hours} ساعت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/display.py" />
            <source>{hours} h {minutes} min</source>
            <translation>{hours} ساعت و {minutes} دقیقه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/display.py" />
            <source>{minutes} min</source>
            <translation>{minutes} دقیقه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/display.py" />
            <source>{minutes} min {seconds} s</source>
            <translation>{minutes} دقیقه و {seconds} ثانیه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/display.py" />
            <source>{seconds} s</source>
            <translation>{seconds} ثانیه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/values/display.py" />
            <source>{weekday}, {day} {month} {year}</source>
            <translation>{weekday} {day} {month} {year}</translation>
        </message>
    </context>
    <context>
        <name>Due</name>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/due.py" />
            <source>1 day late</source>
            <translation>۱ روز دیرکرد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/due.py" />
            <source>due today</source>
            <translation>موعد امروز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/due.py" />
            <source>due tomorrow</source>
            <translation>موعد فردا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/due.py" />
            <source>{days} days late</source>
            <translation>{days} روز دیرکرد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/due.py" />
            <source>{days} days left</source>
            <translation>{days} روز مانده</translation>
        </message>
    </context>
    <context>
        <name>Encrypt</name>
        <message>
            <location filename="../ecrm_desktop/ui/settings/encrypt_sheet.py" />
            <source>A phone's picture or a message is no good place: others can see it there.</source>
            <translation>عکس گوشی یا پیام جای خوبی نیست؛ دیگران آنجا می‌بینندش.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/encrypt_sheet.py" />
            <source>Encrypt now</source>
            <translation>رمزگذاری کن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/encrypt_sheet.py" />
            <source>I have it on paper</source>
            <translation>روی کاغذ دارم</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/encrypt_sheet.py" />
            <source>Is the paper right?</source>
            <translation>کاغذ درست است؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/encrypt_sheet.py" />
            <source>Put the recovery phrase on paper</source>
            <translation>عبارت بازیابی را روی کاغذ بیاورید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/encrypt_sheet.py" />
            <source>These nine groups are the only way into the shop if this computer breaks, is stolen or loses its key. Print them, or copy them by hand, and keep the paper away from the computer.</source>
            <translation>اگر این رایانه خراب یا دزدیده شود یا کلیدش را از دست بدهد، این نُه گروه تنها راه باز کردن فروشگاه است. چاپشان کنید یا با دست بنویسید و کاغذ را دور از رایانه نگه دارید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/encrypt_sheet.py" />
            <source>Type these three groups from the paper. The shop is then closed, encrypted and opened again; that takes some seconds, or minutes for a very large shop.</source>
            <translation>این سه گروه را از روی کاغذ بنویسید. بعد فروشگاه بسته، رمزگذاری و دوباره باز می‌شود؛ چند ثانیه طول می‌کشد و برای فروشگاه خیلی بزرگ چند دقیقه.</translation>
        </message>
    </context>
    <context>
        <name>Errors</name>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>A backup has to be made before the shop's file is changed for this version, but none could be written in the folder {path}; so nothing was changed. Allow writing in this folder and try again.</source>
            <translation>پیش از آماده کردن فایل فروشگاه برای این نسخه باید از آن پشتیبان گرفت، اما در پوشهٔ {path} نشد چیزی نوشت؛ پس چیزی عوض نشد. اجازهٔ نوشتن در این پوشه را بدهید و دوباره بکوشید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>A backup has to be made before the shop's file is changed for this version, but of the {needed} megabytes it needs only {free} are free in {path}; so nothing was changed. Free some space on this disk and try again.</source>
            <translation>پیش از آماده کردن فایل فروشگاه برای این نسخه باید از آن پشتیبان گرفت، اما از {needed} مگابایت لازم تنها {free} مگابایت در {path} خالی است و چیزی عوض نشد. کمی جا روی این دیسک باز کنید و دوباره بکوشید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>A complaint cannot go from “{before}” to “{after}”; nothing was changed. Choose another status.</source>
            <translation>شکایت نمی‌تواند از «{before}» به «{after}» برود؛ چیزی تغییر نکرد. وضعیت دیگری انتخاب کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>A customer cannot be merged with itself; nothing was changed. Choose two different customers.</source>
            <translation>یک مشتری را نمی‌شود با خودش یکی کرد؛ چیزی تغییر نکرد. دو مشتری متفاوت انتخاب کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>A customer cannot be referred by itself. Please choose another customer.</source>
            <translation>یک مشتری نمی‌تواند معرف خودش باشد. لطفاً مشتری دیگری انتخاب کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>A hub is running on this folder already. Stop that one first.</source>
            <translation>سرور اینترنتی دیگری همین حالا با این پوشه کار می‌کند. اول آن را متوقف کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>A national ID has 10 digits, but this one has {length}. Please check it.</source>
            <translation>کد ملی ۱۰ رقم دارد، اما این {length} رقم است. لطفاً آن را بررسی کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>A phone number has digits only. Please write it like 09123456789.</source>
            <translation>شماره تلفن فقط رقم دارد. لطفاً آن را مانند ۰۹۱۲۳۴۵۶۷۸۹ بنویسید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>A postal code has 10 digits, but this one has {length}. Please check it.</source>
            <translation>کد پستی ۱۰ رقم دارد، اما این {length} رقم است. لطفاً آن را بررسی کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>A recovery phrase has digits only: nine groups of six.</source>
            <translation>عبارت بازیابی فقط رقم است: نُه گروه شش‌رقمی.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>A recovery phrase has {needed} digits in nine groups of six; here are {digits}.</source>
            <translation>عبارت بازیابی {needed} رقم در نُه گروه شش‌رقمی دارد؛ اینجا {digits} رقم است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>After several wrong ones nobody can try for {seconds} more seconds. Wait a little.</source>
            <translation>چند بار رمز نادرست نوشته شد؛ تا {seconds} ثانیهٔ دیگر کسی نمی‌تواند امتحان کند. کمی صبر کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>All of this has come back already. Please check whether this is there twice.</source>
            <translation>همهٔ این کالا پیش‌تر برگشته است. لطفاً بررسی کنید که این برگشت دو بار نوشته نشده باشد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>An import can be taken back for {days} days, and this one is older; nothing was changed. Delete what you do not need by hand.</source>
            <translation>ورود اطلاعات را تا {days} روز می‌شود برگرداند و این یکی قدیمی‌تر است؛ چیزی تغییر نکرد. آنچه را لازم ندارید با دست حذف کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>Another file is just coming in or being taken back, here or in another window, so nothing was changed. Wait until that is done.</source>
            <translation>همین حالا فایل دیگری وارد یا برگردانده می‌شود، همین‌جا یا در پنجره‌ای دیگر؛ پس چیزی تغییر نکرد. صبر کنید تا آن تمام شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>Another program is using the database just now, so nothing was changed. Wait a moment and try again.</source>
            <translation>برنامهٔ دیگری همین حالا از فایل اطلاعات استفاده می‌کند؛ چیزی تغییر نکرد. کمی صبر کنید و دوباره امتحان کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>Another program uses port {port}, at which the other computers find this one; all work stays on each computer. Close that program or restart this computer, and try again.</source>
            <translation>برنامه‌ی دیگری درگاه {port} را گرفته است که رایانه‌های دیگر از آن به این رایانه می‌رسند؛ کارها روی هر رایانه می‌ماند. آن برنامه را ببندید یا این رایانه را دوباره روشن کنید و باز امتحان کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>Anybody would try this one first. Choose one that is not a simple row or repetition.</source>
            <translation>این رمز را هر کسی اول امتحان می‌کند. رمزی بنویسید که پشت‌سرهم یا تکراری نباشد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>At least {least} digits or letters are needed. Type a longer one.</source>
            <translation>رمز دست‌کم {least} رقم یا حرف می‌خواهد. رمز بلندتری بنویسید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/segments.py" />
            <source>At {place} in the rule: {sentence}</source>
            <translation>در {place} از شرط: {sentence}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>Beside the shop's file lay changes of another copy of it; they were not put in and are kept in {path}. Look whether your last work is there; if not, restore a backup.</source>
            <translation>کنار فایل فروشگاه تغییرهای نسخهٔ دیگری از آن بود؛ آن‌ها را وارد نکردیم و در {path} نگه داشتیم. ببینید آخرین کارهایتان هست یا نه؛ اگر نبود، پشتیبان را برگردانید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>Beside the shop's file lie changes of another copy of it, {path}; they are not shown and stay where they are. Look whether your last work is there; if not, open a backup.</source>
            <translation>کنار فایل فروشگاه تغییرهای نسخهٔ دیگری از آن است: {path}؛ آن‌ها نشان داده نمی‌شوند و همان‌جا می‌مانند. ببینید آخرین کارهایتان هست یا نه؛ اگر نبود، پشتیبان را باز کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>Damaged places were found in the shop's file; what was saved stays there, but further work may spoil more. Write on paper for now, and bring back the latest backup or save what can still be read.</source>
            <translation>در فایل فروشگاه جاهای خرابی پیدا شد؛ آنچه ثبت کرده‌اید همان‌جاست، ولی ادامهٔ کار شاید خرابی را بیشتر کند. فعلاً روی کاغذ بنویسید و تازه‌ترین پشتیبان را برگردانید یا آنچه را هنوز خوانده می‌شود نجات دهید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>Each group is right by itself, but not all together: are they in the sheet's order?</source>
            <translation>هر گروه به‌تنهایی درست است، ولی کنار هم نه؛ آیا به ترتیب برگه نوشته شده‌اند؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>Excel has shortened this number when the file was saved, so its last digits are lost. Look it up where it came from and write it in full.</source>
            <translation>اکسل هنگام ذخیرهٔ فایل این شماره را کوتاه کرده و رقم‌های آخرش از بین رفته است. لطفاً آن را در اصلِ فهرست پیدا کنید و کامل بنویسید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>Goods cannot come back before they were bought. Please check both dates.</source>
            <translation>کالا نمی‌تواند پیش از خریدش برگردد. لطفاً هر دو تاریخ را بررسی کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>Goods of this line came back, so it cannot be removed; nothing was changed. Delete the return first.</source>
            <translation>از کالای این ردیف برگشت داده شده است و نمی‌شود حذفش کرد؛ چیزی تغییر نکرد. اول مرجوعی را حذف کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>Group {group} is mistyped; please compare it with the sheet.</source>
            <translation>گروه {group} درست نوشته نشده است؛ لطفاً با برگه مقایسه کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>If you want yours all the same, do it once more.</source>
            <translation>اگر باز هم همان را می‌خواهید، یک بار دیگر انجامش دهید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>In row {row} of the file {path}, a cell is far too long, so nothing was taken from it. Shorten it and try again.</source>
            <translation>در ردیف {row} فایل {path} متن یک خانه بسیار بلند است و چیزی برداشته نشد. آن را کوتاه کنید و دوباره امتحان کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>In row {row} of the file {path}, a quotation mark is opened and never closed, so nothing was taken from it. Remove the mark and try again.</source>
            <translation>در ردیف {row} فایل {path} علامت نقل‌قول باز شده و بسته نشده است و چیزی برداشته نشد. آن علامت را پاک کنید و دوباره امتحان کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>In this description of columns, the entry {name} is missing or wrong; nothing was imported.</source>
            <translation>در این شرح ستون‌ها، بخش {name} نیست یا نادرست است؛ چیزی وارد نشد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>In this shop, other computers are let in at the server itself: ecrm server pair makes the text for one.</source>
            <translation>در این فروشگاه، رایانه‌های دیگر از خودِ سرور راه داده می‌شوند. متن اتصال را مسئول سرور با فرمان ⁦ecrm server pair⁩ می‌سازد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>Meanwhile this was changed elsewhere.</source>
            <translation>در این فاصله این از جای دیگری تغییر کرده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>Meanwhile this was changed to {theirs}, so nothing was saved.</source>
            <translation>در این میان این به {theirs} تغییر کرده است؛ برای همین چیزی ثبت نشد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>Meanwhile this was changed to {theirs}.</source>
            <translation>در این فاصله این به {theirs} تغییر کرده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>Meanwhile this was changed, so nothing was saved.</source>
            <translation>در این میان این تغییر کرده است؛ برای همین چیزی ثبت نشد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>Meanwhile {name} changed this to {theirs} ({when}).</source>
            <translation>در این فاصله {name} این را به {theirs} تغییر داده است ({when}).</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>Meanwhile {name} changed this to {theirs}, so nothing was saved.</source>
            <translation>در این میان {name} این را به {theirs} تغییر داده است؛ برای همین چیزی ثبت نشد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>Meanwhile {name} changed this, so nothing was saved.</source>
            <translation>در این میان {name} این را تغییر داده است؛ برای همین چیزی ثبت نشد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>Meanwhile {name} emptied this ({when}).</source>
            <translation>در این فاصله {name} این را خالی کرده است ({when}).</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>More would be given back for “{product}” than was paid for it. Please correct the amount.</source>
            <translation>برای «{product}» نمی‌شود بیشتر از آنچه برایش پرداخت شده پس داد. لطفاً مبلغ را درست کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>No backup could be written in the folder {path}; earlier backups are safe. Check that the disk is plugged in and may be written, or choose another folder.</source>
            <translation>در پوشهٔ {path} نمی‌شود پشتیبان نوشت؛ پشتیبان‌های پیشین سالم‌اند. ببینید دیسک وصل است و اجازهٔ نوشتن دارد، یا پوشهٔ دیگری انتخاب کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>No backup was found, so nothing was changed. Choose a backup file yourself.</source>
            <translation>پشتیبانی پیدا نشد و چیزی تغییر نکرد. فایل پشتیبان را خودتان انتخاب کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>Nobody asked to reset the password of {name}; nothing was changed.</source>
            <translation>کسی نخواسته است رمز {name} برداشته شود؛ چیزی عوض نشد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>Nothing can be written in the folder {path}, so nothing was saved. Choose another folder, or allow writing there.</source>
            <translation>در پوشهٔ {path} نمی‌شود نوشت و چیزی ذخیره نشد. پوشهٔ دیگری انتخاب کنید یا اجازهٔ نوشتن بدهید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>Nothing could be read from the file {path}; it was left as it is. Restore a backup.</source>
            <translation>از فایل {path} چیزی خوانده نشد؛ فایل دست‌نخورده ماند. یک پشتیبان را بازگردانید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>Nothing is listed here yet. Please add at least one item.</source>
            <translation>هنوز کالایی در فهرست نیست. لطفاً دست‌کم یک ردیف اضافه کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>Nothing is sent to {host} unencrypted, since everybody in that network could read the customers' data. Give the server its certificate first.</source>
            <translation>به {host} چیزی رمزنشده فرستاده نمی‌شود، چون هر کسی در آن شبکه می‌تواند اطلاعات مشتریان را بخواند. اول گواهی سرور را به آن بدهید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>One of the two was changed meanwhile, so nothing was merged. Look at the values again, then merge.</source>
            <translation>یکی از این دو در این فاصله تغییر کرده است، برای همین یکی نشدند. مقدارها را دوباره ببینید و بعد یکی کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>Only somebody with a password of their own can stop a reset; it goes on. Say who you are.</source>
            <translation>فقط کسی که خودش رمز دارد می‌تواند جلوی برداشتن رمز را بگیرد؛ درخواست سر جایش است. بگویید چه کسی هستید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>Only {left} of this can still come back. Please write a smaller quantity.</source>
            <translation>از این کالا فقط {left} دیگر می‌تواند برگردد. لطفاً مقدار کمتری بنویسید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>Several customers have a sale with this number, and the row does not say which of them it is about. Please add the customer and import the row again.</source>
            <translation>چند مشتری فروشی با این شماره دارند و این ردیف نمی‌گوید دربارهٔ کدام است. لطفاً مشتری را در آن بنویسید و ردیف را دوباره وارد کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>Some lists by which the program finds records do not say the same as the records, which are all there; a search may miss some. Let the lists be made anew from the records: nothing else changes.</source>
            <translation>بعضی از فهرست‌های جست‌وجوی برنامه با خود اطلاعات یکی نیستند؛ اطلاعات سر جایشان است، ولی شاید جست‌وجو بعضی را پیدا نکند. بگذارید فهرست‌ها از روی اطلاعات از نو ساخته شوند؛ چیز دیگری تغییر نمی‌کند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>Some records are not as in the backup {path}, though nobody changed them ({records}): the disk may have spoiled them. Keep that backup, where they are sound, and have the disk checked.</source>
            <translation>بعضی از اطلاعات مثل پشتیبان {path} نیستند، با آنکه کسی عوضشان نکرده است ({records})؛ شاید دیسک خرابشان کرده باشد. آن پشتیبان را که در آن سالم‌اند نگه دارید و بدهید دیسک را بررسی کنند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>Somebody called {name} works here, or did. Write this name so that everybody can tell them apart, with a family name for example.</source>
            <translation>کسی به نام {name} این‌جا کار می‌کند یا می‌کرده است. این نام را طوری بنویسید که همه آن دو را از هم بشناسند، مثلاً با نام خانوادگی.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>Something of what was to come back belongs to somebody else by now, so nothing was brought back yet. Take it out of the bin to see what and to decide.</source>
            <translation>چیزی از آنچه قرار بود برگردد حالا مال کس دیگری است، پس هنوز چیزی برنگشته است. آن را از سطل بازیافت برگردانید تا ببینید چیست و تصمیم بگیرید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>Something was changed after this merge, so it cannot be undone any more. Your data is as it was a moment ago; make the corrections by hand.</source>
            <translation>بعد از یکی‌کردن این مشتری‌ها چیزی تغییر کرده است و دیگر نمی‌شود آن را برگرداند. اطلاعات همان است که بود؛ اصلاح‌ها را دستی انجام دهید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/__init__.py" />
            <source>Something went wrong that should not have. What was saved before is safe; please check whether your last change is there and try again. If it happens again, restart the program and tell the support.</source>
            <translation>کاری که خواستید درست انجام نشد و اشکال از برنامه است. آنچه قبلاً ذخیره شده سالم است؛ لطفاً ببینید آخرین تغییر شما هست یا نه و دوباره امتحان کنید. اگر تکرار شد، برنامه را ببندید و باز کنید و به پشتیبانی خبر دهید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>Syncing failed with something that nobody foresaw; all work is safe on this computer, and it is tried again. If it goes on, update the program and tell the support.</source>
            <translation>همگام‌سازی به مشکلی پیش‌بینی‌نشده خورد؛ همهٔ کارها روی این رایانه سر جایش است و دوباره تلاش می‌شود. اگر ادامه داشت، برنامه را به‌روز کنید و به پشتیبانی خبر دهید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>Taking the import back broke off; some of it is out, and everything else is safe. Check the disk and its free space, and start the program again: then the rest is taken out.</source>
            <translation>برگرداندن این ورود نیمه‌کاره ماند؛ بخشی از آن بیرون آمده و بقیهٔ داده‌ها سالم‌اند. دیسک و جای خالی آن را بررسی کنید و برنامه را دوباره اجرا کنید تا باقی هم بیرون آورده شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>The PIN or password is not right. Look at the keyboard's language and try again.</source>
            <translation>رمز درست نیست. زبان صفحه‌کلید را نگاه کنید و دوباره بنویسید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>The PostgreSQL in the hub's folder did not start. The end of {path} says why.</source>
            <translation>پایگاه دادهٔ پوشهٔ سرور اینترنتی راه نیفتاد. دلیلش در آخر {path} نوشته شده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>The area code is missing. Please write the number with it, like 02188776655, or enter the shop's area code in the settings.</source>
            <translation>کد شهر نوشته نشده است. لطفاً شماره را با کد شهر بنویسید، مانند ۰۲۱۸۸۷۷۶۶۵۵، یا کد شهر فروشگاه را در تنظیمات وارد کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>The backup folder {path} is not there, so no backup was made in it; earlier backups are safe. Plug in the stick or disk, or choose another folder.</source>
            <translation>پوشهٔ پشتیبان {path} در دسترس نیست و پشتیبانی در آن ساخته نشد؛ پشتیبان‌های پیشین سالم‌اند. فلش یا دیسک را وصل کنید یا پوشهٔ دیگری انتخاب کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>The backup in the folder {path} was not sound when it was checked, so it was thrown away; earlier backups are safe. Try another disk, and check the database.</source>
            <translation>پشتیبان تازه در پوشهٔ {path} هنگام بررسی سالم نبود و دور ریخته شد؛ پشتیبان‌های پیشین سالم‌اند. دیسک دیگری را امتحان کنید و سلامت فایل فروشگاه را بررسی کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>The backup {path} could not be encrypted and can still be read by anybody. If you do not need it, delete it.</source>
            <translation>پشتیبان {path} رمزگذاری نشد و هنوز هر کسی می‌تواند آن را بخواند. اگر لازمش ندارید پاکش کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>The backup {path} is damaged, so nothing was changed. Choose another backup.</source>
            <translation>پشتیبان {path} خراب است و چیزی تغییر نکرد. پشتیبان دیگری انتخاب کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>The backup {path} is not as it was written any more, so it will not be restored; the shop and its other backups are not concerned. Back up now, and have the disk checked.</source>
            <translation>پشتیبان {path} دیگر همان نیست که نوشته شده بود و بازگردانده نمی‌شود؛ فروشگاه و پشتیبان‌های دیگر درگیر این خرابی نیستند. همین حالا پشتیبان بگیرید و بدهید دیسک را بررسی کنند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>The backup {path} is of a newer version of the program; nothing was changed. Update the program here first.</source>
            <translation>پشتیبان {path} از نسخهٔ تازه‌تر برنامه است؛ چیزی تغییر نکرد. اول برنامهٔ این رایانه را به‌روز کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>The backup {path} was made by a newer version of the program, so nothing was changed. Install the newer version to restore it.</source>
            <translation>پشتیبان {path} را نسخهٔ تازه‌تری از برنامه ساخته است و چیزی تغییر نکرد. برای بازگرداندن آن، نسخهٔ تازه را نصب کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>The calendar {path} has no birthdays, and nothing else of a calendar can be brought in. Choose another file.</source>
            <translation>تقویم {path} هیچ تولدی ندارد و از تقویم چیز دیگری وارد نمی‌شود. فایل دیگری انتخاب کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>The certificate {path} cannot be read, or the key is not its own. Name a certificate and its key as PEM files.</source>
            <translation>گواهی {path} خوانده نمی‌شود یا کلید مال آن نیست. فایل گواهی و فایل کلید همان گواهی را بدهید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>The code {code} already belongs to {name}. Please write another one.</source>
            <translation>کد {code} از قبل برای {name} است. لطفاً کد دیگری بنویسید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>The column {column} is there twice. Say which one is meant by its place, counted from 1.</source>
            <translation>ستون {column} دو بار هست. با شمارهٔ جای ستون (از ۱) بگویید منظورتان کدام است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>The customer was forgotten, but the last traces in the file could not be wiped yet: the disk is full or not responding, or another program is writing. Free some space; they are wiped when the program is started next.</source>
            <translation>مشتری فراموش شد، ولی آخرین ردّ او در فایل هنوز پاک نشده است: دیسک پر است یا پاسخ نمی‌دهد، یا برنامهٔ دیگری در حال نوشتن است. کمی جا باز کنید؛ با باز کردن دوبارهٔ برنامه پاک می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>The data could not be put into the folder {path}; the shop's file is as it was. Check that the folder may be written and no other program has the file open.</source>
            <translation>داده‌ها در پوشهٔ {path} گذاشته نشد؛ فایل فروشگاه همان است که بود. ببینید پوشه اجازهٔ نوشتن دارد و برنامهٔ دیگری فایل را باز نکرده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>The database cannot be written, so this change was not saved; what was saved before is safe. Allow writing to the file and its folder, or move it elsewhere.</source>
            <translation>در فایل اطلاعات نمی‌شود نوشت و این تغییر ذخیره نشد؛ آنچه قبلاً ذخیره شده سالم است. اجازهٔ نوشتن در فایل و پوشه‌اش را بدهید یا آن را جای دیگری ببرید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>The database file is damaged; it was left as it is, so that nothing gets worse. Keep it, and restore a backup with this program; whoever copies one by hand first moves away this file and all whose names begin with its whole name.</source>
            <translation>فایل اطلاعات خراب شده است؛ به آن دست نزدیم تا بدتر نشود. نگهش دارید و با همین برنامه پشتیبان را برگردانید؛ پیش از کپی دستی، این فایل و هر فایلی را که نامش با نام کامل آن شروع می‌شود جابه‌جا کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>The database file is empty: there is no data in it any more. Restore a backup with this program, or choose another file.</source>
            <translation>فایل اطلاعات خالی است و دیگر چیزی در آن نیست. با همین برنامه پشتیبان را برگردانید یا فایل دیگری انتخاب کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>The discount is larger than the price. Please write a smaller discount.</source>
            <translation>تخفیف از قیمت بیشتر است. لطفاً تخفیف کمتری بنویسید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>The disk did not give the shop's file to be read, which does not mean that it is damaged; nothing in it was changed. Check the disk and its cable, restart the computer and try again.</source>
            <translation>دیسک فایل فروشگاه را برای خواندن نداد؛ این به معنی خرابی فایل نیست و چیزی در آن عوض نشد. دیسک و کابلش را نگاه کنید، رایانه را یک بار خاموش و روشن کنید و دوباره امتحان کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>The disk failed just as this change was saved, so it may be there or not; what was saved before is safe. Check the disk, start the program again, and look before you repeat it.</source>
            <translation>دیسک درست هنگام ذخیرهٔ این تغییر از کار افتاد؛ شاید ذخیره شده باشد و شاید نه، ولی آنچه قبلاً ذخیره شده سالم است. دیسک را بررسی کنید، برنامه را دوباره باز کنید و پیش از تکرار ببینید هست یا نه.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>The disk is full or not responding, so this change was not saved; what was saved before is safe. Free some space and try again.</source>
            <translation>دیسک پر است یا پاسخ نمی‌دهد و این تغییر ذخیره نشد؛ آنچه قبلاً ذخیره شده سالم است. کمی جا باز کنید و دوباره امتحان کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>The end is before the beginning. Please check both dates.</source>
            <translation>تاریخ پایان پیش از تاریخ شروع است. لطفاً هر دو تاریخ را بررسی کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>The field {name} was given to two columns. Choose it for one of them only.</source>
            <translation>فیلد {name} به دو ستون داده شده است. آن را فقط برای یکی از آن‌ها انتخاب کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>The field “{title}” ({name}) is needed, so nothing was imported. Say which column of the file it is.</source>
            <translation>فیلد «{title}» ({name}) لازم است، پس چیزی وارد نشد. مشخص کنید کدام ستون فایل است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>The file does not say whether its amounts are in toman or in rials. Please choose the unit.</source>
            <translation>در فایل نیامده است که مبلغ‌ها به تومان است یا ریال. لطفاً واحد را انتخاب کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>The file has no column {column}, so nothing was imported. Check the names of its columns.</source>
            <translation>این فایل ستون {column} را ندارد و چیزی وارد نشد. نام ستون‌های آن را بررسی کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>The file has no sheet {name}, so nothing was imported. It has these: {known}.</source>
            <translation>این فایل برگه‌ای به نام {name} ندارد، پس چیزی وارد نشد. برگه‌هایش این‌هاست: {known}.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>The file of the shop {name} is not at {path} any more, and nothing was put in its place. Plug in its disk or look where it was moved; else restore a backup or begin anew.</source>
            <translation>فایل فروشگاه {name} دیگر در {path} نیست و چیزی به جای آن ساخته نشد. دیسکش را وصل کنید یا ببینید فایل کجا رفته است؛ وگرنه پشتیبان را برگردانید یا از نو شروع کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>The file {path} cannot be read, so nothing was taken from it. Check that it is the right file and not open elsewhere.</source>
            <translation>فایل {path} خوانده نمی‌شود و چیزی از آن برداشته نشد. بررسی کنید که همان فایل باشد و جای دیگری باز نباشد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>The file {path} cannot be written, so it was not saved. Close it in other programs, or choose another place.</source>
            <translation>در فایل {path} نمی‌شود نوشت و ذخیره نشد. آن را در برنامه‌های دیگر ببندید یا جای دیگری انتخاب کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>The file {path} has a line that is far too long for a list, so nothing was taken from it. Check that it is the right file.</source>
            <translation>فایل {path} خطی دارد که برای یک فهرست بسیار بلند است و چیزی از آن برداشته نشد. ببینید که فایل درست را انتخاب کرده‌اید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>The file {path} has more than {limit} cells, so nothing was taken from it. Split it into several files, or save it as CSV.</source>
            <translation>فایل {path} بیش از {limit} خانه دارد و چیزی از آن برداشته نشد. آن را به چند فایل تقسیم کنید یا با پسوند ⁦.csv⁩ ذخیره کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>The file {path} has parts that could harm the PC, so it was not opened. Get it anew from someone you trust.</source>
            <translation>فایل {path} بخش‌هایی دارد که شاید به رایانه آسیب بزند، پس باز نشد. آن را دوباره از کسی که به او اعتماد دارید بگیرید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>The file {path} has something beyond column {limit}, so nothing was taken from it. Delete the columns after the table, save the file and try again.</source>
            <translation>در فایل {path} پس از ستون {limit} هم چیزی هست و چیزی از آن برداشته نشد. ستون‌های پس از جدول را حذف و فایل را ذخیره کنید و دوباره امتحان کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>The file {path} is damaged, so nothing was taken from it. Open it in its own program and save it again, or get it anew.</source>
            <translation>فایل {path} خراب است و چیزی از آن برداشته نشد. آن را در برنامهٔ خودش باز کنید و دوباره ذخیره کنید، یا دوباره بگیرید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>The file {path} is empty, so there is nothing to take from it. Choose another file.</source>
            <translation>فایل {path} خالی است و چیزی برای برداشتن ندارد. فایل دیگری انتخاب کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>The file {path} is locked with a password, so nothing was taken from it. Open it in Excel and save it without a password.</source>
            <translation>فایل {path} رمز دارد و چیزی از آن برداشته نشد. آن را در اکسل باز کنید و بدون رمز ذخیره کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>The file {path} is not a backup of this program, so nothing was changed. Choose another file.</source>
            <translation>فایل {path} پشتیبان این برنامه نیست و چیزی تغییر نکرد. فایل دیگری انتخاب کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>The file {path} is not a package of ECRM, or something in it was changed or lost, so nothing was brought in. Take the file as ECRM wrote it, or another copy of it.</source>
            <translation>فایل {path} بستهٔ این برنامه نیست یا چیزی در آن عوض یا گم شده است؛ پس چیزی وارد نشد. همان فایلی را که برنامه نوشته، یا نسخهٔ دیگری از آن را بردارید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>The file {path} is not an Excel, text or contacts file, whatever its name says; nothing was taken from it. Choose another file.</source>
            <translation>فایل {path} اکسل، متن یا مخاطبین نیست، هرچه نامش بگوید؛ چیزی از آن برداشته نشد. فایل دیگری انتخاب کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>The file {path} is not built as the program builds a backup: another tool changed it, so nothing was restored. Choose another backup.</source>
            <translation>ساختار فایل {path} آن نیست که برنامه برای پشتیبان می‌سازد؛ ابزار دیگری آن را عوض کرده است، پس چیزی برگردانده نشد. پشتیبان دیگری انتخاب کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>The file {path} is of a kind that is not read here, so nothing was taken from it. Open it in Excel and save it as an Excel workbook (.xlsx).</source>
            <translation>فایل {path} از نوعی است که اینجا خوانده نمی‌شود و چیزی از آن برداشته نشد. آن را در اکسل باز کنید و با پسوند ⁦.xlsx⁩ ذخیره کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>The file {path} was being written when the work broke off, and where it lies nothing can be written to make it whole; it is as it was. Copy it and all files whose names begin with its whole name to a folder of this computer, and open the copy.</source>
            <translation>نوشتن در فایل {path} نیمه‌کاره مانده و اینجا نمی‌شود چیزی نوشت تا کامل شود؛ فایل دست نخورد. آن را با همهٔ فایل‌هایی که نامشان با نام کامل آن آغاز می‌شود در پوشه‌ای از این رایانه کپی و کپی را باز کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>The file {path} was written, but the disk does not confirm that it keeps it: after a power cut, what was there before may be back. Check the disk, then do it once more.</source>
            <translation>فایل {path} نوشته شد ولی دیسک تأیید نمی‌کند که آن را نگه داشته است؛ اگر برق برود، شاید آنچه پیش‌تر آنجا بود برگردد. دیسک را بررسی کنید و کار را یک بار دیگر انجام دهید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>The folder {path} lies on another computer, which is fine for backups but damages a database in use; nothing was changed. Move the shop's file to a folder on this computer, and open it there.</source>
            <translation>پوشهٔ {path} روی رایانهٔ دیگری است که برای پشتیبان خوب است ولی فایل در حال استفاده را خراب می‌کند؛ چیزی تغییر نکرد. فایل فروشگاه را به پوشه‌ای روی همین رایانه ببرید و آنجا بازش کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/segments.py" />
            <source>The group {name} would depend on itself, so nothing was saved. Take one of the two out of the other's rule.</source>
            <translation>گروه {name} به خودش وابسته می‌شد، پس چیزی ذخیره نشد. یکی از این دو گروه را از شرط دیگری بردارید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>The hub cannot listen at port {port} of this address; another program may do so. Choose another port or address.</source>
            <translation>درگاه {port} این نشانی در دسترس نیست و شاید برنامهٔ دیگری از آن استفاده می‌کند. درگاه یا نشانی دیگری انتخاب کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>The hub's address cannot be taken as it is. It begins with https:// and names a computer that can be reached from everywhere.</source>
            <translation>نشانی سرور اینترنتی به این شکل پذیرفته نیست. باید با ⁦https://⁩ شروع شود و نام رایانه‌ای باشد که از همه‌جا در دسترس است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>The name is missing. Please write a name.</source>
            <translation>نام نوشته نشده است. لطفاً نام را بنویسید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>The package {path} was written by a newer ECRM, so nothing was brought in. Update ECRM on this computer and try again.</source>
            <translation>بستهٔ {path} را نسخهٔ تازه‌تری از برنامه نوشته است؛ پس چیزی وارد نشد. برنامهٔ این رایانه را به‌روز کنید و دوباره امتحان کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>The pairing text is not complete, or a letter of it was changed on its way. Copy the whole line once more.</source>
            <translation>متن اتصال کامل نیست یا حرفی از آن در راه عوض شده است. همه‌ی خط را یک بار دیگر کپی کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>The password for the shop's server is not in this computer's keyring. Unlock the keyring, or pair this computer again.</source>
            <translation>رمز سرور فروشگاه در جاکلیدی این رایانه نیست. قفل جاکلیدی را باز کنید یا این رایانه را دوباره متصل کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>The passwords of the shop cannot be read on this computer yet. Let another computer of the shop sync and try again here; if there is none any more, have the lost ones shut out at the server.</source>
            <translation>رمزهای فروشگاه روی این رایانه هنوز خوانده نمی‌شود. بگذارید رایانه‌ی دیگری از فروشگاه همگام شود و اینجا دوباره امتحان کنید؛ اگر دیگر رایانه‌ای نمانده است، از مسئول سرور بخواهید رایانه‌های گم‌شده را کنار بگذارد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>The printer did not take the pages. Check that it is on and connected, and print again.</source>
            <translation>چاپگر صفحه‌ها را نپذیرفت. ببینید روشن و وصل باشد و دوباره چاپ کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>The program does not know the currency {code}. Write a code of three letters, such as IRR or USD.</source>
            <translation>برنامه ارز {code} را نمی‌شناسد. یک کد سه‌حرفی مانند ⁦IRR⁩ یا ⁦USD⁩ بنویسید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>The program on this computer was installed without what sharing needs; nothing was changed. Share from another computer, or let the shop be on a server.</source>
            <translation>برنامه‌ی این رایانه بدون بخشِ اشتراک نصب شده است؛ چیزی عوض نشد. فروشگاه را از رایانه‌ی دیگری به اشتراک بگذارید یا آن را روی یک سرور ببرید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>The quantity is zero. Please write how much was bought, or remove the line.</source>
            <translation>مقدار صفر است. لطفاً مقدار خرید را بنویسید یا این ردیف را حذف کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>The rows of this invoice say different amounts for all of it. Write it in its first row only, or the same in each.</source>
            <translation>ردیف‌های این فاکتور برای کل آن مبلغ‌های متفاوتی دارند. مبلغ را فقط در ردیف اول، یا در همهٔ ردیف‌ها یکسان بنویسید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>The rows with problems cannot be written to {path}, so nothing was brought in. Copy your file to another folder, such as your documents, and bring it in from there.</source>
            <translation>ردیف‌های مشکل‌دار را نمی‌شود در {path} نوشت، پس چیزی وارد نشد. فایل خود را در پوشهٔ دیگری، مانند پوشهٔ اسناد، کپی کنید و از آنجا واردش کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/segments.py" />
            <source>The rule names a group that is not there any more, so nobody knows who is in it. Change the rule, or take that group back out of the bin.</source>
            <translation>در این شرط نام گروهی آمده که دیگر نیست، پس معلوم نیست چه کسانی در آن‌اند. شرط را عوض کنید یا آن گروه را از سطل برگردانید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>The sale that this row takes back was not found, neither by its number nor by customer and product. Please bring in that sale first, and then this row.</source>
            <translation>فروشی که این ردیف برگشتِ آن است پیدا نشد، نه با شماره و نه با مشتری و کالا. لطفاً اول آن فروش را وارد کنید و بعد این ردیف را.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>The server at {host} does not encrypt, so nothing was sent. Give it its certificate and start it again.</source>
            <translation>سرور {host} رمزگذاری نمی‌کند، پس چیزی فرستاده نشد. گواهی‌اش را به آن بدهید و دوباره راهش بیندازید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>The server at {host} lets nobody in from this computer. Whoever looks after the server can allow it there.</source>
            <translation>سرور {host} کسی را از این رایانه راه نمی‌دهد. مسئول سرور می‌تواند آنجا اجازه بدهد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>The server did not understand what this computer sent, and took nothing of it. Update the program on both; if that does not help, tell the support.</source>
            <translation>سرور آنچه این رایانه فرستاد را نفهمید و چیزی از آن نپذیرفت. برنامه را در هر دو به‌روز کنید؛ اگر درست نشد به پشتیبانی خبر دهید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>The server does not know this computer, or not in this shop. Ask the shop's owner for another pairing text.</source>
            <translation>سرور این رایانه را در این فروشگاه نمی‌شناسد. از مالک فروشگاه متن اتصال دیگری بگیرید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>The server does not take the password. If this computer was let in before, pair it again.</source>
            <translation>سرور رمز را قبول نمی‌کند. اگر این رایانه قبلاً متصل بوده است، دوباره متصلش کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>The server failed with something that nobody foresaw; all work stays on this computer. Try again later, and look into the server's log if it goes on.</source>
            <translation>سرور با خطایی پیش‌بینی‌نشده روبه‌رو شد؛ همه‌ی کارها روی این رایانه می‌ماند. بعداً دوباره امتحان کنید و اگر ادامه داشت گزارش سرور را ببینید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>The server has no such database or user. Look whether the address is right; an empty database has to be made first.</source>
            <translation>سرور چنین پایگاه داده یا کاربری ندارد. ببینید نشانی درست است؛ اول باید یک پایگاه داده‌ی خالی ساخته شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>The server is not prepared for this version of the program; all work stays on this computer and is sent later. Whoever looks after the server prepares it once more with the newest one.</source>
            <translation>سرور برای این نسخه‌ی برنامه آماده نشده است؛ همه‌ی کارها روی این رایانه می‌ماند و بعداً فرستاده می‌شود. مسئول سرور باید آن را با تازه‌ترین نسخه یک بار دیگر آماده کند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>The server is of a newer version of the program; all work stays on this computer and is sent later. Update this computer's program.</source>
            <translation>سرور از نسخه‌ی تازه‌تر برنامه است؛ همه‌ی کارها روی این رایانه می‌ماند و بعداً فرستاده می‌شود. برنامه‌ی این رایانه را به‌روز کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>The server was asked too often just now; all work stays on this computer. Wait a minute and try again.</source>
            <translation>همین حالا درخواست‌های زیادی به سرور رسید؛ همهٔ کارها روی این رایانه می‌ماند. یک دقیقه صبر کنید و دوباره امتحان کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>The server's address cannot be taken as it is. It names the user, the computer and the database.</source>
            <translation>نشانی سرور به این شکل درست نیست. باید کاربر، رایانه و پایگاه داده در آن باشد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>The server's disk is full, so it took nothing more; all work stays on this computer. Free some space there.</source>
            <translation>دیسک سرور پر است و دیگر چیزی نپذیرفت؛ همه‌ی کارها روی این رایانه می‌ماند. آنجا کمی جا باز کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>The shop is open for reading only, since nothing can be written to {path}; so nothing was changed, and what is typed stays in its form. To work with it, copy its file and all whose names begin with its whole name to a folder of this computer, and open the copy.</source>
            <translation>در {path} نمی‌شود نوشت و فروشگاه فقط برای خواندن باز است؛ چیزی عوض نشد و نوشته‌تان در فرم می‌ماند. فایل فروشگاه و هر چه نامش با نام کامل آن آغاز می‌شود را در پوشه‌ای از این رایانه کپی و کپی را باز کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>The shop needs at least one owner, so nothing was changed. Make someone else owner first.</source>
            <translation>فروشگاه دست‌کم یک صاحب لازم دارد؛ برای همین چیزی تغییر نکرد. اول کس دیگری را صاحب فروشگاه کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>The shop on the server counts in {there}, this file in {here}, so they cannot become one. Join with a new, empty file.</source>
            <translation>واحد پول فروشگاه روی سرور {there} است و این فایل {here}، پس نمی‌توانند یکی شوند. با یک فایل تازه و خالی بپیوندید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>The shop's file could not be made ready for this version; it is as it was, and a checked backup of it is {path}. Free some space and try again, or work with the earlier version and tell the support.</source>
            <translation>فایل فروشگاه برای این نسخه آماده نشد؛ خودش همان است که بود و پشتیبان بررسی‌شده‌اش {path} است. کمی جا باز کنید و دوباره بکوشید، یا با نسخهٔ پیشین کار کنید و به پشتیبانی خبر دهید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>The shop's file is not at {path} any more, and nothing was put in its place. Plug in its disk or look where it was moved; else restore a backup or begin anew.</source>
            <translation>فایل فروشگاه دیگر در {path} نیست و چیزی به جای آن ساخته نشد. دیسکش را وصل کنید یا ببینید فایل کجا رفته است؛ وگرنه پشتیبان را برگردانید یا از نو شروع کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>The shop's file is of an earlier version and has to be changed for this one, but nothing can be written to {path}; it is as it was. Copy it and all files whose names begin with its whole name to a folder of this computer, and open the copy.</source>
            <translation>فایل فروشگاه از نسخهٔ قدیمی برنامه است و باید به‌روز شود، ولی در {path} نمی‌شود نوشت؛ فایل دست نخورد. آن و هر چه نامش با نام کامل آن آغاز می‌شود را در پوشه‌ای از این رایانه کپی و کپی را باز کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>The shop's server at {host} cannot be reached just now; all work stays on this computer and is sent later. Check the network, and whether the server is switched on.</source>
            <translation>سرور فروشگاه در {host} الان در دسترس نیست؛ همه‌ی کارها روی این رایانه می‌ماند و بعداً فرستاده می‌شود. شبکه و روشن بودن سرور را بررسی کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>The system does not give the file {path} to be read, so nothing was taken from it. Close it in other programs, or copy it to your own folder.</source>
            <translation>فایل {path} اکنون خوانده نمی‌شود و چیزی از آن برداشته نشد. آن را در برنامه‌های دیگر ببندید، یا در پوشهٔ خودتان کپی کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>The work was stopped as you asked; nothing was changed. Start it again whenever you like.</source>
            <translation>کار به خواست شما متوقف شد و چیزی تغییر نکرد. هر وقت خواستید دوباره شروعش کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/segments.py" />
            <source>There is a group called {name} already, so nothing was saved. Choose another name.</source>
            <translation>گروهی به نام {name} از پیش هست، پس چیزی ذخیره نشد. نام دیگری برگزینید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>There is already a database here; it was left as it is. Open it, or choose another place.</source>
            <translation>اینجا از قبل یک فایل اطلاعات هست؛ به آن دست نزدیم. همان را باز کنید یا جای دیگری انتخاب کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>There is no database file at {path}. If it was moved, choose its new place.</source>
            <translation>فایل اطلاعات در {path} نیست. اگر جابه‌جا شده است، جای تازه‌اش را انتخاب کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>There is no field {name}. Choose one of these: {known}.</source>
            <translation>فیلدی به نام {name} نیست. یکی از این‌ها را انتخاب کنید: {known}.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>There is no file at {path}. Please check its name and place.</source>
            <translation>فایلی در {path} نیست. لطفاً نام و جای آن را بررسی کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>There is no room for a backup in the folder {path}: {needed} megabytes are needed and {free} are free; earlier backups are safe. Free some space or choose another folder.</source>
            <translation>در پوشهٔ {path} جا برای پشتیبان نیست: {needed} مگابایت لازم است و {free} مگابایت خالی است؛ پشتیبان‌های پیشین سالم‌اند. جا باز کنید یا پوشهٔ دیگری انتخاب کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>There is no room for sharing in {path}: {needed} megabytes are needed and {free} are free; nothing was changed. Free some space and try again.</source>
            <translation>در {path} برای اشتراک جا نیست: {needed} مگابایت لازم است و {free} مگابایت خالی است؛ چیزی عوض نشد. کمی جا باز کنید و دوباره امتحان کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>There is no room for the restored data in the folder {path}: {needed} megabytes are needed and {free} are free; nothing was changed. Free some space and try again.</source>
            <translation>در پوشهٔ {path} جا برای بازگرداندن نیست: {needed} مگابایت لازم است و {free} مگابایت خالی است؛ چیزی تغییر نکرد. جا باز کنید و دوباره امتحان کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>There is no shop in this database of the server yet. The first computer brings it there.</source>
            <translation>در این پایگاه داده‌ی سرور هنوز فروشگاهی نیست. اولین رایانه آن را می‌برد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>There is no such computer in the shop, or it is this one. Nothing was changed.</source>
            <translation>چنین رایانه‌ای در فروشگاه نیست یا همین رایانه است. چیزی تغییر نکرد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>There is no such phone number. Please check the code and the digits; begin a foreign number with +.</source>
            <translation>چنین شماره تلفنی وجود ندارد. لطفاً کد و رقم‌ها را بررسی کنید؛ شمارهٔ خارج از کشور را با + شروع کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>There is no such report. Choose one from the list of reports.</source>
            <translation>چنین گزارشی نیست. یکی را از فهرست گزارش‌ها انتخاب کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>This amount has a part smaller than the smallest unit of money. Please round it.</source>
            <translation>این مبلغ جزئی کوچک‌تر از کوچک‌ترین واحد پول دارد. لطفاً آن را گرد کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>This belongs to {name}, and the row has another name. Nothing was taken from it: is it one person, write the name as it is here; else bring it in as a second person.</source>
            <translation>این از آنِ {name} است با نامی دیگر، پس وارد نشد. اگر یک نفرند، نام را مانند اینجا بنویسید؛ اگر نه، «افراد دیگر» را انتخاب کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>This computer has no keyring that could keep the password for the server, so it was not joined. Set one up, or unlock it.</source>
            <translation>این رایانه جاکلیدی‌ای ندارد که رمز سرور را نگه دارد، پس متصل نشد. یکی راه بیندازید یا قفلش را باز کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>This computer has not received all of the shop yet, so it cannot bring it to an empty server; what is here stays. Sync at the old server first, let another computer begin there, or leave the others and join anew.</source>
            <translation>هنوز همهٔ فروشگاه به این رایانه نرسیده، پس نمی‌تواند آن را به سرور خالی ببرد؛ آنچه اینجاست می‌ماند. اول با سرور قبلی همگام کنید، یا بگذارید رایانهٔ دیگری آغاز کند، یا از دیگران جدا شوید و از نو بپیوندید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>This computer may not let others in or shut them out. The one that the shop began on can.</source>
            <translation>این رایانه اجازه ندارد رایانه‌های دیگر را راه بدهد یا کنار بگذارد. رایانه‌ای که فروشگاه روی آن شروع شد می‌تواند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>This computer waits to be let in as {name}; nothing was sent or received yet. If the computer that made the text shows the digits {digits}, agree there; if not, refuse.</source>
            <translation>این رایانه منتظر است که با نام {name} راه داده شود؛ هنوز چیزی فرستاده یا گرفته نشده است. اگر رایانه‌ای که متن را ساخت رقم‌های {digits} را نشان می‌دهد همان‌جا بپذیرید؛ اگر نه، نپذیرید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>This computer was not let in; nothing was sent or received. Ask whoever made the text, and have another one made.</source>
            <translation>این رایانه راه داده نشد؛ چیزی فرستاده یا گرفته نشد. از کسی که متن را ساخت بپرسید و متن دیگری بخواهید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>This computer was shut out of the shop's server. What was done here stays here; ask the shop's owner for another pairing text.</source>
            <translation>این رایانه از سرور فروشگاه کنار گذاشته شده است. کارهای اینجا همین‌جا می‌ماند؛ از مالک فروشگاه متن اتصال دیگری بگیرید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>This computer's shop syncs with no server yet. Pair it first.</source>
            <translation>فروشگاه این رایانه هنوز با هیچ سروری همگام نمی‌شود. اول آن را متصل کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>This customer was merged into {name}, so both are one person; nothing was changed. Forget {name}, or undo the merge first.</source>
            <translation>این مشتری با {name} یکی شده است و هر دو یک نفرند؛ چیزی تغییر نکرد. {name} را فراموش کنید، یا نخست یکی کردن را برگردانید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>This database already has data, so nothing was added or changed. Choose an empty one.</source>
            <translation>این فایل اطلاعات خالی نیست؛ چیزی به آن اضافه نشد و تغییر نکرد. یک فایل خالی انتخاب کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>This database is already open in another window of the program; your data is safe. Work in that window, or close it first.</source>
            <translation>این فایل اطلاعات در پنجرهٔ دیگری از برنامه باز است؛ اطلاعات شما سالم است. در همان پنجره کار کنید یا اول آن را ببندید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>This database was made by a newer version of the program; it was left as it is. Install the newer version to open it.</source>
            <translation>این فایل اطلاعات را نسخهٔ تازه‌تری از برنامه ساخته است؛ به آن دست نزدیم. برای باز کردنش نسخهٔ تازه را نصب کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>This date or time is still to come. Please write when it happened.</source>
            <translation>این تاریخ یا ساعت هنوز نرسیده است. لطفاً زمانی را بنویسید که گذشته باشد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>This file is being synced at the moment. Wait until that is done.</source>
            <translation>این فایل همین حالا دارد همگام می‌شود. صبر کنید تا تمام شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>This file is encrypted already; nothing was done.</source>
            <translation>این فایل از پیش رمزگذاری شده است؛ کاری انجام نشد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>This file is encrypted and this computer does not have its key. Its recovery phrase opens it (key {key_id}); nothing in the file was changed.</source>
            <translation>این فایل رمزگذاری شده و کلیدش روی این رایانه نیست. با عبارت بازیابی آن (کلید {key_id}) باز می‌شود و چیزی در فایل تغییر نکرده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>This file is not a database of this program; it was left as it is. Choose another file.</source>
            <translation>این فایل، فایل اطلاعات این برنامه نیست؛ به آن دست نزدیم. فایل دیگری انتخاب کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>This file is not built as the program builds a shop's file: another tool changed it, so it was left as it is. Restore a backup, or choose another file.</source>
            <translation>ساختار این فایل آن نیست که برنامه برای فروشگاه می‌سازد؛ ابزار دیگری آن را عوض کرده است، پس به آن دست نزدیم. نسخهٔ پشتیبان را برگردانید یا فایل دیگری انتخاب کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>This file is not encrypted; nothing was done.</source>
            <translation>این فایل رمزگذاری نشده است؛ کاری انجام نشد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>This file syncs with a server already. Other computers join with a pairing text.</source>
            <translation>این فایل از قبل با یک سرور همگام می‌شود. رایانه‌های دیگر با متن اتصال می‌پیوندند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>This file syncs with another shop already, and two shops cannot be made one. Join with another file.</source>
            <translation>این فایل از قبل با فروشگاه دیگری همگام می‌شود و دو فروشگاه را نمی‌توان یکی کرد. با فایل دیگری بپیوندید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/segments.py" />
            <source>This group has conditions of a newer version of the program, so nobody knows here who is in it. Nothing is lost; update the program.</source>
            <translation>این گروه شرط‌هایی از نسخهٔ تازه‌تر برنامه دارد و این‌جا معلوم نیست چه کسانی در آن‌اند. چیزی از دست نرفته؛ برنامه را به‌روز کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>This import was made on another computer, so nothing was changed. Take it back there.</source>
            <translation>این ورود روی رایانهٔ دیگری انجام شده است؛ چیزی تغییر نکرد. همان‌جا برگردانیدش.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>This import was taken back before, so nothing was changed.</source>
            <translation>این ورود قبلاً برگردانده شده است؛ چیزی تغییر نکرد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>This installation came with SQLite {version}, which may lose what is saved, so the shop was not opened and is as it was. Install the program anew from its own setup.</source>
            <translation>این نصب برنامه با نسخهٔ {version} موتور داده آمده که شاید ذخیره‌ها را گم کند، پس فروشگاه باز نشد و همان است که بود. برنامه را با نصب‌کنندهٔ خودش دوباره نصب کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>This is empty. Please fill it in.</source>
            <translation>اینجا خالی است. لطفاً آن را پر کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>This is far longer than anything a record has, so the row was left out; only how it begins is here. Look in your file whether a quotation mark or the end of a line is missing.</source>
            <translation>این بسیار درازتر از چیزی است که جا می‌شود، پس ردیف وارد نشد و اینجا فقط آغاز آن آمده است. در فایل خودتان ببینید که نشانهٔ نقل‌قول یا پایان خطی جا نیفتاده باشد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>This is neither the name {name} nor the code {code}. Please type one of them to be sure.</source>
            <translation>این نه نام {name} است و نه کد {code}. برای اطمینان یکی از آن‌ها را بنویسید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>This is no pairing text. Copy the whole line that the server's side gave for this computer.</source>
            <translation>این متن اتصال نیست. همه‌ی خطی را که مسئول سرور برای این رایانه داده است کپی کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/segments.py" />
            <source>This is no rule of a group, for it is no JSON. Nothing was saved.</source>
            <translation>این شرط گروه نیست، چون ساختار آن درست نیست. چیزی ذخیره نشد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>This is not a correct national ID; a digit may be mistyped. Please check it.</source>
            <translation>این کد ملی درست نیست؛ شاید رقمی اشتباه نوشته شده باشد. لطفاً آن را بررسی کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>This is not a date. Please write year, month and day, like 1405/08/30.</source>
            <translation>این تاریخ درست نیست. لطفاً سال، ماه و روز را به ترتیب بنویسید، مانند ۱۴۰۵/۰۸/۳۰.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>This is not a description of columns; nothing was imported.</source>
            <translation>این فایل شرح ستون‌ها نیست؛ چیزی وارد نشد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>This is not a number. Please write digits only, such as 1,250 or 2.5.</source>
            <translation>این عدد نیست. لطفاً فقط رقم بنویسید، مانند ۱٬۲۵۰ یا ۲٫۵.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>This is not a time. Please write hour and minute, like 14:30.</source>
            <translation>این ساعت درست نیست. لطفاً ساعت و دقیقه را بنویسید، مانند ۱۴:۳۰.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>This is not an e-mail address. Please write it like name@example.com.</source>
            <translation>این نشانی ایمیل درست نیست. لطفاً آن را مانند ⁦name@example.com⁩ بنویسید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>This is not one of the choices. Please choose one from the list.</source>
            <translation>این یکی از گزینه‌ها نیست. لطفاً یکی را از فهرست انتخاب کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>This is not the phrase that was shown. Please copy it from the sheet.</source>
            <translation>این همان عبارتی نیست که نشان داده شد. لطفاً از روی برگه بنویسید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>This is not the recovery code, so the password stays. Compare it with the sheet: four groups of six digits.</source>
            <translation>این کد بازیابی نیست، پس رمز سر جایش ماند. با برگه مقایسه کنید: چهار گروه شش‌رقمی.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>This is not the same as above. Type the same twice.</source>
            <translation>با رمز بالا یکی نیست. یک رمز را دو بار بنویسید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>This looks like a phone number of another country. Please begin it with + and the country's code.</source>
            <translation>این به شمارهٔ کشوری دیگر می‌ماند. لطفاً آن را با + و کد آن کشور بنویسید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>This month has only {last_day} days. Please check the day.</source>
            <translation>این ماه فقط {last_day} روز دارد. لطفاً روز را بررسی کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>This national ID is already recorded for {name}. Open that customer, or check the digits.</source>
            <translation>این کد ملی از قبل برای {name} ثبت شده است. همان مشتری را باز کنید یا رقم‌ها را بررسی کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>This number cannot be below zero. Please write it without a minus sign.</source>
            <translation>این عدد نمی‌تواند کمتر از صفر باشد. لطفاً آن را بدون علامت منفی بنویسید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>This number is too large. Please check for a zero too many.</source>
            <translation>این عدد خیلی بزرگ است. لطفاً ببینید صفر اضافه نداشته باشد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>This number is too large; the largest is {limit}. Please check for a zero too many.</source>
            <translation>این عدد خیلی بزرگ است؛ بزرگ‌ترین عدد {limit} است. لطفاً ببینید صفر اضافه نداشته باشد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>This pairing text is of a newer version of the program. Update this computer's program first.</source>
            <translation>این متن اتصال از نسخه‌ی تازه‌تر برنامه است. اول برنامه‌ی این رایانه را به‌روز کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>This pairing text was used already, or the server knows it no more; nothing was changed. Each one lets a single computer in, so have another one made.</source>
            <translation>این متن اتصال قبلاً استفاده شده یا سرور دیگر آن را نمی‌شناسد؛ چیزی عوض نشد. هر متن فقط یک رایانه را راه می‌دهد، پس یکی دیگر بگیرید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>This phone number is too long; digits too many: {extra}. Please check it.</source>
            <translation>این شماره تلفن {extra} رقم زیادی دارد. لطفاً آن را بررسی کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>This phone number is too short; digits missing: {missing}. Please write it in full.</source>
            <translation>این شماره تلفن {missing} رقم کم دارد. لطفاً شماره را کامل بنویسید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>This purchase is in the bin; nothing was changed. Restore it first.</source>
            <translation>این خرید در سطل بازیافت است؛ چیزی تغییر نکرد. اول آن را بازگردانید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>This record is not here any more, so nothing was changed. Look for it in the bin.</source>
            <translation>این مورد دیگر اینجا نیست و چیزی تغییر نکرد. در سطل بازیافت دنبالش بگردید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>This recovery phrase belongs to another file. This one needs the phrase with the key {key_id} on its sheet; nothing in the file was changed.</source>
            <translation>این عبارت بازیابی مال فایل دیگری است. برگه‌ای را بیاورید که کلید {key_id} روی آن نوشته شده است؛ چیزی در فایل تغییر نکرده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>This row is sound, but another row of the same purchase is not. Correct that one and import both.</source>
            <translation>این ردیف درست است، ولی ردیف دیگری از همین خرید ایراد دارد. آن را درست کنید و هر دو را با هم وارد کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/segments.py" />
            <source>This rule has too many conditions or levels. Nothing was saved; make two groups of it.</source>
            <translation>این شرط بخش‌های زیادی دارد. چیزی ذخیره نشد؛ آن را به دو گروه بخش کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>This text has characters that cannot be read or saved. Please type it again.</source>
            <translation>این متن حرف‌هایی دارد که خوانده و ذخیره نمی‌شوند. لطفاً دوباره بنویسیدش.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>This text has {length} characters and only {limit} fit. Please shorten it.</source>
            <translation>این متن {length} حرف دارد و فقط {limit} حرف جا می‌شود. لطفاً کوتاهش کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>This user of the computer may not read the shop's file, so it was not opened and is as it was. Let whoever looks after the computer allow it, or choose another file.</source>
            <translation>این کاربر رایانه اجازهٔ خواندن فایل فروشگاه را ندارد؛ فایل باز نشد و دست نخورد. از مسئول رایانه بخواهید اجازه بدهد یا فایل دیگری انتخاب کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>This user of the server may not prepare it. Take one that may do everything there.</source>
            <translation>این کاربر سرور اجازه‌ی آماده کردن آن را ندارد. کاربری بدهید که آنجا اجازه‌ی همه کار را دارد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>This year is too far away. Please check the year, and write it with four digits.</source>
            <translation>این سال خیلی دور است. لطفاً سال را بررسی کنید و چهاررقمی بنویسید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>Too many decimals; this number may have {places}. Please round it.</source>
            <translation>رقم‌های اعشار زیاد است؛ این عدد حداکثر {places} رقم اعشار دارد. لطفاً آن را گرد کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>Type the PIN or password.</source>
            <translation>رمز را بنویسید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>Unpacked, the file {path} is larger than {limit} megabytes, so nothing was taken from it. Split it into several files.</source>
            <translation>فایل {path} پس از باز شدن از {limit} مگابایت بزرگ‌تر است و چیزی از آن برداشته نشد. آن را به چند فایل تقسیم کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>What answers at {host} has not the certificate of this shop's server, so nothing was sent. If the server was set up anew, pair this computer again.</source>
            <translation>آنچه در {host} جواب می‌دهد گواهی سرور این فروشگاه را ندارد، پس چیزی فرستاده نشد. اگر سرور از نو راه افتاده است، این رایانه را دوباره متصل کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>What answers at {host} is not the shop's hub, perhaps the network's page for logging in; nothing was changed. Log in to the network, or try again in another one.</source>
            <translation>آنچه در {host} پاسخ می‌دهد سرور فروشگاه نیست و شاید صفحهٔ ورود شبکه باشد؛ چیزی تغییر نکرد. وارد شبکه شوید یا با شبکهٔ دیگری امتحان کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>What shares the shop did not start; all work is safe on this computer. Allow ECRM in the antivirus and try again; the end of {path} says more.</source>
            <translation>بخش اشتراک فروشگاه راه نیفتاد؛ همه‌ی کارها روی این رایانه سالم است. در ضدویروس به این برنامه اجازه بدهید و دوباره امتحان کنید؛ آخرِ {path} بیشتر می‌گوید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>What you typed is not saved yet: save again to keep it, or take theirs.</source>
            <translation>نوشتهٔ شما هنوز ذخیره نشده است: دوباره ذخیره کنید تا بماند، یا مقدار تازه را بردارید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>Your role does not allow this, so nothing was done. Ask the owner of the shop.</source>
            <translation>نقش شما اجازهٔ این کار را ندارد و کاری انجام نشد. از صاحب فروشگاه بخواهید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/segments.py" />
            <source>the range needs a beginning or an end, in this order. Nothing was saved.</source>
            <translation>بازه باید آغاز یا پایان داشته باشد و آغازش پیش از پایان باشد. چیزی ذخیره نشد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/segments.py" />
            <source>the word {word} is unknown. Nothing was saved; correct it.</source>
            <translation>واژهٔ {word} شناخته نیست. چیزی ذخیره نشد؛ آن را درست کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/segments.py" />
            <source>there are no such days. Nothing was saved; choose another stretch of time.</source>
            <translation>چنین روزهایی نیست. چیزی ذخیره نشد؛ زمان دیگری برگزینید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/segments.py" />
            <source>this value cannot stand here. Nothing was saved; correct it.</source>
            <translation>این مقدار در این جا درست نیست. چیزی ذخیره نشد؛ آن را درست کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>{name} came to the shop through this customer, so cannot have brought them. Nothing was saved; please choose another customer.</source>
            <translation>{name} را خود این مشتری معرفی کرده است، پس نمی‌تواند معرف او باشد. چیزی ذخیره نشد؛ لطفاً مشتری دیگری انتخاب کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>{name} could not be brought in to the end, and what had come in could not be taken out yet; everything else is safe. Check the disk and its free space, and start the program again: then it is taken out.</source>
            <translation>وارد کردن {name} به پایان نرسید و آنچه وارد شده بود هنوز بیرون آورده نشده است؛ بقیهٔ داده‌ها سالم‌اند. دیسک و جای خالی آن را بررسی کنید و برنامه را دوباره اجرا کنید تا بیرون آورده شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>{name} has no recovery code, so the password stays. Another owner can give a new one, or ask for a reset.</source>
            <translation>{name} کد بازیابی ندارد، پس رمز سر جایش ماند. صاحب دیگر فروشگاه می‌تواند رمز تازه بدهد، یا درخواست برداشتن رمز بدهید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>{name} is no owner with a password, so there is nothing to reset.</source>
            <translation>{name} صاحب فروشگاهی با رمز نیست، پس چیزی برای برداشتن نیست.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/databases.py" />
            <source>{name} syncs the folder {path}, which is fine for backups but damages a database in use; nothing was changed. Move the shop's file to a folder of this computer only, and open it there.</source>
            <translation>پوشهٔ {path} را {name} همگام می‌کند که برای پشتیبان خوب است ولی فایل در حال استفاده را خراب می‌کند؛ چیزی تغییر نکرد. فایل فروشگاه را به پوشه‌ای ببرید که فقط روی همین رایانه است و آنجا بازش کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>{name} was not brought in, and what had come in was taken out again, but for {count} records that somebody worked on meanwhile. Look at them before you bring the file in again.</source>
            <translation>{name} وارد نشد و آنچه وارد شده بود دوباره بیرون آورده شد، جز {count} مورد که در این میان کسی روی آن‌ها کار کرده است. پیش از وارد کردن دوبارهٔ فایل، آن‌ها را ببینید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/files.py" />
            <source>{path} is a folder, not a file. Choose a file inside it.</source>
            <translation>{path} یک پوشه است، نه فایل. فایلی را که در آن است انتخاب کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/sync.py" />
            <source>{path} is no whole backup of a hub; nothing was changed. Take another one.</source>
            <translation>{path} پشتیبان کاملی از سرور اینترنتی نیست؛ چیزی تغییر نکرد. فایل دیگری انتخاب کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/entries.py" />
            <source>{returned} of “{product}” already came back. Please write at least that quantity.</source>
            <translation>از «{product}» {returned} برگشت داده شده است. لطفاً مقدار را کمتر از آن ننویسید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/segments.py" />
            <source>{word} cannot be asked in this way. Nothing was saved; ask otherwise.</source>
            <translation>{word} را نمی‌توان این‌طور پرسید. چیزی ذخیره نشد؛ شرط دیگری بنویسید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/error_texts/segments.py" />
            <source>{word} is missing. Nothing was saved; add it.</source>
            <translation>{word} جا افتاده است. چیزی ذخیره نشد؛ آن را بیفزایید.</translation>
        </message>
    </context>
    <context>
        <name>Exporting</name>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Calendar</source>
            <translation>تقویم</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Contact</source>
            <translation>مخاطب</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/exporting.py" />
            <source>Contacts for phones…</source>
            <translation>مخاطبان برای گوشی…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/importing/full_export.py" />
            <source>Everything about the customers</source>
            <translation>همهٔ اطلاعات مشتریان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/exporting.py" />
            <source>Everything about them, to bring in again (Excel)…</source>
            <translation>همهٔ اطلاعات، برای ورود دوباره (اکسل)…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Excel file</source>
            <translation>فایل اکسل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/exporting.py" />
            <source>Excel file…</source>
            <translation>فایل اکسل…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/exporting.py" />
            <source>Laying out “{title}”…</source>
            <translation>آماده‌سازی «{title}»…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>On paper</source>
            <translation>روی کاغذ</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/exporting.py" />
            <source>Open</source>
            <translation>باز شود</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>PDF file</source>
            <translation>فایل PDF</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/exporting.py" />
            <source>PDF file…</source>
            <translation>فایل PDF…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Package of all the data</source>
            <translation>بستهٔ همهٔ داده‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/exporting.py" />
            <source>Printing “{title}”…</source>
            <translation>در حال چاپ «{title}»…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/exporting.py" />
            <source>Print…</source>
            <translation>چاپ…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/export_run.py" />
            <source>Stopped. Nothing was written.</source>
            <translation>متوقف شد. چیزی نوشته نشد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/exporting.py" />
            <source>Stopped. {pages} of {total} pages were with the printer already; look there for what was printed.</source>
            <translation>متوقف شد. {pages} صفحه از {total} صفحه به چاپگر رسیده بود؛ کنار چاپگر ببینید چه چیزی چاپ شده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Text file (CSV)</source>
            <translation>فایل متنی (CSV)</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/exporting.py" />
            <source>Text file (CSV)…</source>
            <translation>فایل متنی (CSV)…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/exporting.py" />
            <source>The pages are with the printer.</source>
            <translation>صفحه‌ها به چاپگر سپرده شد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/export_files.py" />
            <source>Where shall it be saved?</source>
            <translation>کجا ذخیره شود؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/exporting.py" />
            <source>Writing “{title}”…</source>
            <translation>در حال نوشتن «{title}»…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/exporting.py" />
            <source>{title} (stopped after page {pages} of {total})</source>
            <translation>{title} (پس از صفحهٔ {pages} از {total} متوقف شد)</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/exporting.py" />
            <source>“{name}” was saved.</source>
            <translation>«{name}» ذخیره شد.</translation>
        </message>
    </context>
    <context>
        <name>FavoriteKind</name>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Brand</source>
            <translation>برند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Product</source>
            <translation>کالا</translation>
        </message>
    </context>
    <context>
        <name>FieldKind</name>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Choice</source>
            <translation>انتخاب از فهرست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Date</source>
            <translation>تاریخ</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Number</source>
            <translation>عدد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Text</source>
            <translation>متن</translation>
        </message>
    </context>
    <context>
        <name>Fields</name>
        <message>
            <location filename="../ecrm_desktop/fields/texts.py" />
            <source>1 year</source>
            <translation>۱ سال</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/common.py" />
            <source>Address</source>
            <translation>نشانی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/audit_events.py" />
            <source>As what</source>
            <translation>به‌صورت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/common.py" />
            <source>Category</source>
            <translation>دسته</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/common.py" />
            <source>Customer</source>
            <translation>مشتری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/common.py" />
            <source>Date</source>
            <translation>تاریخ</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/common.py" />
            <source>Deleted</source>
            <translation>حذف شد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/common.py" />
            <source>Discount</source>
            <translation>تخفیف</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/common.py" />
            <source>Due</source>
            <translation>موعد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/imports.py" />
            <source>Duplicates in the file</source>
            <translation>تکراری در فایل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/audit_events.py" />
            <source>Entries of before</source>
            <translation>ثبت‌های پیش از</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/audit_events.py" />
            <source>Export</source>
            <translation>خروجی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/audit_events.py" />
            <source>File</source>
            <translation>فایل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/audit_events.py" />
            <source>How many entries</source>
            <translation>شمار ثبت‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/common.py" />
            <source>Identity of the record</source>
            <translation>شناسهٔ ثبت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/imports.py" />
            <source>Import</source>
            <translation>ورود اطلاعات</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/imports.py" />
            <source>Kept by the undo</source>
            <translation>مانده پس از برگرداندن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/common.py" />
            <source>Kind</source>
            <translation>نوع</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/common.py" />
            <source>Name</source>
            <translation>نام</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/imports.py" />
            <source>New</source>
            <translation>تازه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/imports.py" />
            <source>New customers</source>
            <translation>مشتریان تازه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/imports.py" />
            <source>New lines</source>
            <translation>قلم‌های تازه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/imports.py" />
            <source>New products</source>
            <translation>کالاهای تازه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/imports.py" />
            <source>New purchases</source>
            <translation>خریدهای تازه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/common.py" />
            <source>Note</source>
            <translation>یادداشت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/common.py" />
            <source>Number</source>
            <translation>شماره</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/sync.py" />
            <source>PC</source>
            <translation>رایانه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/audit_events.py" />
            <source>Password of</source>
            <translation>رمزِ</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/common.py" />
            <source>Phone</source>
            <translation>تلفن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/common.py" />
            <source>Place in the list</source>
            <translation>جای در فهرست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/common.py" />
            <source>Product</source>
            <translation>کالا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/common.py" />
            <source>Purchase</source>
            <translation>خرید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/common.py" />
            <source>Quantity</source>
            <translation>تعداد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/common.py" />
            <source>Recorded</source>
            <translation>ثبت شد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/common.py" />
            <source>Responsible</source>
            <translation>مسئول</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/audit_events.py" />
            <source>Restored backup</source>
            <translation>پشتیبان برگردانده‌شده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/audit_events.py" />
            <source>Rows</source>
            <translation>تعداد ردیف</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/imports.py" />
            <source>Rows with problems</source>
            <translation>ردیف‌های ایراددار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/sync.py" />
            <source>Settled</source>
            <translation>رسیدگی‌شده در</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/common.py" />
            <source>Subject</source>
            <translation>موضوع</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/audit_events.py" />
            <source>Thinned audit trail</source>
            <translation>کوتاه کردن ردپا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/common.py" />
            <source>Time</source>
            <translation>زمان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/common.py" />
            <source>Total</source>
            <translation>جمع</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/imports.py" />
            <source>Unchanged</source>
            <translation>بی‌تغییر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/imports.py" />
            <source>Undone</source>
            <translation>برگردانده شد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/imports.py" />
            <source>Updated</source>
            <translation>به‌روز شده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/common.py" />
            <source>User</source>
            <translation>کاربر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/sync.py" />
            <source>Value that another one replaced</source>
            <translation>مقداری که مقدار دیگری جای آن را گرفت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/audit_events.py" />
            <source>What was taken out</source>
            <translation>چه چیزی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/audit_events.py" />
            <source>Wrong password or code</source>
            <translation>رمز یا کد نادرست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/texts.py" />
            <source>for ever</source>
            <translation>برای همیشه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/texts.py" />
            <source>no</source>
            <translation>نه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/texts.py" />
            <source>yes</source>
            <translation>بله</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/texts.py" />
            <source>{years} years</source>
            <translation>{years} سال</translation>
        </message>
    </context>
    <context>
        <name>FilterChip</name>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/chip.py" />
            <source>All</source>
            <translation>همه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/chip.py" />
            <source>{filter}: all</source>
            <translation>{filter}: همه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/chip.py" />
            <source>{filter}: {value}</source>
            <translation>{filter}: {value}</translation>
        </message>
    </context>
    <context>
        <name>Forget</name>
        <message>
            <location filename="../ecrm_desktop/ui/forgetting.py" />
            <source>Backups and files made until now still have the data, and a restored backup brings it back. Old backups are deleted by and by; whoever must not wait deletes them and makes a new one.</source>
            <translation>پشتیبان‌ها و فایل‌هایی که تا کنون ساخته شده‌اند هنوز این داده‌ها را دارند و بازگرداندن پشتیبان آن‌ها را برمی‌گرداند. پشتیبان‌های کهنه کم‌کم پاک می‌شوند؛ اگر نباید صبر کنید، خودتان پاکشان کنید و یکی تازه بسازید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/forgetting.py" />
            <source>Forget for good</source>
            <translation>فراموش کن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/forgetting.py" />
            <source>Forget {name} for good</source>
            <translation>فراموش کردن {name} برای همیشه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/forgetting.py" />
            <source>Forgetting… in a large shop this takes some minutes.</source>
            <translation>در حال فراموش کردن… در فروشگاه بزرگ چند دقیقه طول می‌کشد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/forgetting.py" />
            <source>Name or code, to be sure</source>
            <translation>نام یا کد، برای اطمینان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/forgetting.py" />
            <source>Name, phones, addresses, notes, tags and own fields go, and what interactions, complaints and tasks say about this customer; in the audit trail too.</source>
            <translation>نام، تلفن‌ها، نشانی‌ها، یادداشت‌ها، برچسب‌ها و فیلدهای دلخواه پاک می‌شوند، و آنچه تماس‌ها، شکایت‌ها و کارها از این مشتری می‌گویند؛ در ردپا هم.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/forgetting.py" />
            <source>Nobody can undo this.</source>
            <translation>این کار برگشت‌پذیر نیست.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/forgetting.py" />
            <source>Purchases and returns stay with their numbers, dates and amounts, but without the person: no sum changes. That a customer was forgotten, when and by whom stays too.</source>
            <translation>خریدها و برگشتی‌ها با شماره، تاریخ و مبلغ می‌مانند، اما بی‌نام: هیچ جمعی تغییر نمی‌کند. این‌که مشتری‌ای فراموش شد، کی و به دست چه کسی، هم می‌ماند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/forgetting.py" />
            <source>The customer was forgotten. Backups made until now still have it.</source>
            <translation>مشتری فراموش شد. پشتیبان‌هایی که تا کنون گرفته شده‌اند هنوز او را دارند.</translation>
        </message>
    </context>
    <context>
        <name>Form</name>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/form.py" />
            <source>Take theirs</source>
            <translation>مقدار تازه را بردار</translation>
        </message>
    </context>
    <context>
        <name>Gender</name>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Female</source>
            <translation>زن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Male</source>
            <translation>مرد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Other</source>
            <translation>دیگر</translation>
        </message>
    </context>
    <context>
        <name>Groups</name>
        <message>
            <location filename="../ecrm_desktop/ui/segments/texts.py" />
            <source>1 customer</source>
            <translation>۱ مشتری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/list_page.py" />
            <source>A group says which customers have something in common.</source>
            <translation>هر گروه می‌گوید کدام مشتریان چیزی مشترک دارند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/insight/today/calls_page.py" />
            <source>A task for each…</source>
            <translation>یک کار برای هر کدام…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/members_page.py" />
            <source>Back to the groups</source>
            <translation>بازگشت به گروه‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/members_page.py" />
            <source>Back to the groups (Esc)</source>
            <translation>بازگشت به گروه‌ها (Esc)</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/card.py" />
            <source>Back to the list</source>
            <translation>بازگشت به فهرست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/card.py" />
            <source>Back to the list (Esc)</source>
            <translation>بازگشت به فهرست (Esc)</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/card.py" />
            <source>Bought ({unit})</source>
            <translation>خریده‌اند ({unit})</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/pins_sheet.py" />
            <source>By hand</source>
            <translation>دستی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/pins_sheet.py" />
            <source>By hand: {name}</source>
            <translation>دستی: {name}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/log_sheet.py" />
            <source>Code</source>
            <translation>کد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/card.py" />
            <source>Copy</source>
            <translation>رونوشت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/groups.py" />
            <source>Counting…</source>
            <translation>در حال شمردن…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/pins_sheet.py" />
            <source>Customer</source>
            <translation>مشتری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/card.py" />
            <source>Edit</source>
            <translation>ویرایش</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/members_page.py" />
            <source>Edit the group</source>
            <translation>ویرایش گروه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/members_page.py" />
            <source>For all of them</source>
            <translation>برای همه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/log_sheet.py" />
            <source>From now on whoever comes into the group or leaves it is noted.</source>
            <translation>از این پس هر کس به گروه بیاید یا برود یادداشت می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/columns.py" />
            <source>Group</source>
            <translation>گروه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/list_page.py" />
            <source>Groups</source>
            <translation>گروه‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/card.py" />
            <source>How such people went on</source>
            <translation>این‌گونه مشتریان بعد چه کردند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/pins_sheet.py" />
            <source>It was noted.</source>
            <translation>ثبت شد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/list_page.py" />
            <source>Kind</source>
            <translation>نوع</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/members_page.py" />
            <source>Leave out of this group…</source>
            <translation>کنار گذاشتن از این گروه…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/card.py" />
            <source>Members</source>
            <translation>اعضا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/list_page.py" />
            <source>New group</source>
            <translation>گروه تازه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/card.py" />
            <source>No group chosen</source>
            <translation>گروهی انتخاب نشده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/list_page.py" />
            <source>No group fits</source>
            <translation>هیچ گروهی پیدا نشد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/list_page.py" />
            <source>No group yet</source>
            <translation>هنوز گروهی نیست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/texts.py" />
            <source>Nobody</source>
            <translation>هیچ‌کس</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/log_sheet.py" />
            <source>Nobody has come or left yet</source>
            <translation>هنوز کسی نیامده و نرفته</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/members_page.py" />
            <source>Nobody is in this group</source>
            <translation>کسی در این گروه نیست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/insight/today/calls_page.py" />
            <source>Open the card</source>
            <translation>باز کردن کارت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/card.py" />
            <source>People</source>
            <translation>مشتری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/insight/today/calls_page.py" />
            <source>Put a tag on them…</source>
            <translation>برچسب زدن…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/members_page.py" />
            <source>Put in or left out by hand…</source>
            <translation>دستی افزودن یا کنار گذاشتن…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/list_page.py" />
            <source>Search the groups</source>
            <translation>جست‌وجو در گروه‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/pins_sheet.py" />
            <source>Take back</source>
            <translation>برگرداندن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/list_page.py" />
            <source>The group “{name}”</source>
            <translation>گروه «{name}»</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/texts.py" />
            <source>They buy for most: {names}</source>
            <translation>بیشترین خرید: {names}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/card.py" />
            <source>This week</source>
            <translation>این هفته</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/columns.py" />
            <source>What for</source>
            <translation>به چه کار می‌آید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/log_sheet.py" />
            <source>What happened</source>
            <translation>رویداد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/log_sheet.py" />
            <source>When</source>
            <translation>کی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/card.py" />
            <source>Who came and who left</source>
            <translation>چه کسانی آمدند و رفتند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/log_sheet.py" />
            <source>Who came and who left: {name}</source>
            <translation>آمده‌ها و رفته‌ها: {name}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/members_page.py" />
            <source>Who came and who left…</source>
            <translation>چه کسانی آمدند و رفتند…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/members_page.py" />
            <source>Whoever fits its sentence is listed here by itself.</source>
            <translation>هر کس با جملهٔ گروه بخواند، خودبه‌خود این‌جا می‌آید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/card.py" />
            <source>Whom a group means and what it is worth is shown here.</source>
            <translation>این‌جا می‌بینید گروه چه کسانی را در بر دارد و چقدر ارزش دارد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/pins_sheet.py" />
            <source>Why</source>
            <translation>چرا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/members_page.py" />
            <source>Why in this group?</source>
            <translation>چرا در این گروه است؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/texts.py" />
            <source>Worth: {worth}</source>
            <translation>ارزش: {worth}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/texts.py" />
            <source>Worth: {worth} · this week {change}</source>
            <translation>ارزش: {worth} · این هفته {change}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/texts.py" />
            <source>came</source>
            <translation>آمد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/texts.py" />
            <source>came again</source>
            <translation>دوباره آمد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/texts.py" />
            <source>left</source>
            <translation>رفت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/pins_sheet.py" />
            <source>left out</source>
            <translation>کنار گذاشته</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/list_page.py" />
            <source>our own</source>
            <translation>ساختهٔ خودمان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/pins_sheet.py" />
            <source>put in</source>
            <translation>افزوده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/card.py" />
            <source>ready-made</source>
            <translation>آماده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/texts.py" />
            <source>unchanged</source>
            <translation>بی‌تغییر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/texts.py" />
            <source>{count} customers</source>
            <translation>{count} مشتری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/texts.py" />
            <source>{count} fewer</source>
            <translation>{count} کمتر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/list_page.py" />
            <source>{count} groups are in the bin.</source>
            <translation>{count} گروه به سطل رفت.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/texts.py" />
            <source>{count} more</source>
            <translation>{count} بیشتر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/card.py" />
            <source>{name} (copy)</source>
            <translation>{name} (رونوشت)</translation>
        </message>
    </context>
    <context>
        <name>HitPopup</name>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/hit_popup.py" />
            <source>Found</source>
            <translation>یافته‌ها</translation>
        </message>
    </context>
    <context>
        <name>ImportField</name>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>All phones</source>
            <translation>همهٔ تلفن‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>Another network</source>
            <translation>شبکهٔ دیگر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>Answered</source>
            <translation>پاسخ داده شد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>Channel</source>
            <translation>راه تماس</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>Country of the phones</source>
            <translation>کشور تلفن‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>Currency</source>
            <translation>ارز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>Customer code</source>
            <translation>کد مشتری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>Customer's e-mail</source>
            <translation>ایمیل مشتری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>Customer's family name</source>
            <translation>نام خانوادگی مشتری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>Customer's first name</source>
            <translation>نام کوچک مشتری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>Customer's name</source>
            <translation>نام مشتری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>Customer's phone</source>
            <translation>تلفن مشتری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>Date</source>
            <translation>تاریخ</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>Direction</source>
            <translation>ورودی یا خروجی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>Duration</source>
            <translation>مدت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>Fax</source>
            <translation>نمابر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>Full name</source>
            <translation>نام و نام خانوادگی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>Given back so far</source>
            <translation>مبلغ پس‌داده تا کنون</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>Invoice number</source>
            <translation>شمارهٔ فاکتور</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>Invoice's discount</source>
            <translation>تخفیف فاکتور</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>Kind of the phone beside it</source>
            <translation>نوع تلفنِ کناری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>Line's discount</source>
            <translation>تخفیف ردیف</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>Line's total</source>
            <translation>مبلغ ردیف</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>May be called</source>
            <translation>اجازهٔ تماس تلفنی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>May get SMS</source>
            <translation>اجازهٔ پیامک</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>May get e-mail</source>
            <translation>اجازهٔ ایمیل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>More e-mails</source>
            <translation>ایمیل‌های دیگر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>Note</source>
            <translation>یادداشت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/full_columns.py" />
            <source>Own field: {title}</source>
            <translation>فیلد خودمان: {title}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>Paid by</source>
            <translation>روش پرداخت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>Phone</source>
            <translation>تلفن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>Product code</source>
            <translation>کد کالا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>Product name</source>
            <translation>نام کالا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>Quantity</source>
            <translation>تعداد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>Referred by</source>
            <translation>معرف</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>Second phone</source>
            <translation>تلفن دوم</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>Seller</source>
            <translation>فروشنده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>Shipping</source>
            <translation>هزینه ارسال</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>Sold through</source>
            <translation>کانال فروش</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>Status or type</source>
            <translation>وضعیت یا نوع</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>Subject</source>
            <translation>موضوع</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>Tax on top of the prices</source>
            <translation>مالیات افزون بر قیمت‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>Third phone</source>
            <translation>تلفن سوم</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>Time</source>
            <translation>ساعت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/fields.py" />
            <source>Unit price</source>
            <translation>قیمت واحد</translation>
        </message>
    </context>
    <context>
        <name>ImportNote</name>
        <message>
            <location filename="../ecrm_desktop/exchange/sale_details.py" />
            <source>Paid by: {text}</source>
            <translation>روش پرداخت: {text}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/services/imports/sale_details.py" />
            <source>Seller: {name}</source>
            <translation>فروشنده: {name}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/sale_details.py" />
            <source>Sold through: {text}</source>
            <translation>کانال فروش: {text}</translation>
        </message>
    </context>
    <context>
        <name>ImportWizard</name>
        <message>
            <location filename="../ecrm_desktop/ui/imports/columns_step.py" />
            <source>1 of them has a problem: stand on a red cell to read it.</source>
            <translation>۱ ردیف مشکل دارد؛ روی خانه‌ی قرمز بروید تا بخوانید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/options.py" />
            <source>A row is about somebody known if the same is their:</source>
            <translation>کسی آشناست که یکی از این‌ها یکی باشد:</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/file_step.py" />
            <source>All files</source>
            <translation>همه‌ی فایل‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/options.py" />
            <source>All rows are about what came back</source>
            <translation>همهٔ ردیف‌ها کالای برگشتی‌اند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/check_step.py" />
            <source>All rows are in order. Nothing was changed yet.</source>
            <translation>همه‌ی ردیف‌ها درست است. هنوز چیزی وارد نشده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/options.py" />
            <source>Amounts are</source>
            <translation>عددها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/options.py" />
            <source>Amounts in</source>
            <translation>واحد مبلغ‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/check_step.py" />
            <source>And {count} more, which stand beside the columns.</source>
            <translation>و {count} نکتهٔ دیگر که در مرحلهٔ ستون‌ها نوشته شده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/wizard.py" />
            <source>Another file is still coming in; wait until it is done.</source>
            <translation>فایل دیگری هنوز در حال وارد شدن است؛ صبر کنید تا تمام شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/file_step.py" />
            <source>Another file…</source>
            <translation>فایل دیگر…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/options.py" />
            <source>As its year says</source>
            <translation>از روی سال</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/wizard.py" />
            <source>Back</source>
            <translation>مرحله‌ی قبل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/column_table.py" />
            <source>Becomes</source>
            <translation>می‌شود</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/file_step.py" />
            <source>Birthdays of a calendar</source>
            <translation>تولدهای یک تقویم</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/wizard.py" />
            <source>Bring in a file</source>
            <translation>وارد کردن فایل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/wizard.py" />
            <source>Bring it in</source>
            <translation>وارد کن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/wizard.py" />
            <source>Bringing in…</source>
            <translation>در حال وارد کردن…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/options.py" />
            <source>Calendar</source>
            <translation>تقویم</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/texts.py" />
            <source>Change to what the file says</source>
            <translation>همه‌چیز مثل فایل شود</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/wizard.py" />
            <source>Check</source>
            <translation>بررسی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/drop_zone.py" />
            <source>Choose a file…</source>
            <translation>انتخاب فایل…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/options.py" />
            <source>Choose…</source>
            <translation>انتخاب کنید…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/wizard.py" />
            <source>Close</source>
            <translation>بسته شود</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/wizard.py" />
            <source>Close without bringing the file in?</source>
            <translation>بدون وارد کردن فایل بسته شود؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/texts.py" />
            <source>Code or barcode</source>
            <translation>کد یا بارکد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/check_step.py" />
            <source>Column</source>
            <translation>ستون</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/column_table.py" />
            <source>Column of the file</source>
            <translation>ستون فایل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>Column {number}</source>
            <translation>ستون {number}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/wizard.py" />
            <source>Columns</source>
            <translation>ستون‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/column_table.py" />
            <source>Columns of the file</source>
            <translation>ستون‌های فایل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/file_step.py" />
            <source>Contacts</source>
            <translation>مخاطبین</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/texts.py" />
            <source>Customer code</source>
            <translation>کد مشتری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/options.py" />
            <source>Dates are</source>
            <translation>ترتیب تاریخ</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/drop_zone.py" />
            <source>Drop the file here, or choose it</source>
            <translation>فایل را این‌جا رها کنید یا انتخابش کنید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/texts.py" />
            <source>E-mail</source>
            <translation>ایمیل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/file_step.py" />
            <source>Excel</source>
            <translation>اکسل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/drop_zone.py" />
            <source>Excel, CSV or other text, the contacts of a phone, or a list this program saved</source>
            <translation>اکسل، فایل متنی، مخاطبین گوشی، یا فهرستی که همین برنامه ذخیره کرده است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/wizard.py" />
            <source>File</source>
            <translation>فایل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/file_step.py" />
            <source>Files with lists</source>
            <translation>فایل‌های فهرست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/texts.py" />
            <source>Fill in only what is empty</source>
            <translation>فقط جاهای خالی پر شود</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/column_table.py" />
            <source>For example</source>
            <translation>نمونه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/wizard.py" />
            <source>Go on</source>
            <translation>ادامه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/wizard.py" />
            <source>Go on here</source>
            <translation>همین‌جا می‌مانم</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/options.py" />
            <source>Gregorian</source>
            <translation>میلادی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/check_step.py" />
            <source>In {count} rows something has no field or does not fit its own. They come in, and their note keeps it.</source>
            <translation>در {count} ردیف چیزی هست که جایی ندارد یا در جای خودش درست نیست. ردیف‌ها وارد می‌شوند و آن چیز در یادداشت‌شان می‌ماند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/file_step.py" />
            <source>It is not clear what this file holds: please look at the choice.</source>
            <translation>معلوم نیست در این فایل چیست؛ لطفاً انتخاب بالا را نگاه کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/file_step.py" />
            <source>Its columns are arranged as the last time.</source>
            <translation>ستون‌ها مثل دفعه‌ی پیش چیده شد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/options.py" />
            <source>Jalali</source>
            <translation>شمسی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/texts.py" />
            <source>Leave as it is; only add new ones</source>
            <translation>دست نخورد؛ فقط تازه‌ها وارد شود</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/columns_step.py" />
            <source>Leave out</source>
            <translation>نادیده بگیر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/texts.py" />
            <source>Left out, into the file of problems</source>
            <translation>کنار گذاشته شوند، در فایل ایرادها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/file_step.py" />
            <source>LibreOffice</source>
            <translation>لیبره‌آفیس</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/wizard.py" />
            <source>Looking through the file…</source>
            <translation>فایل بررسی می‌شود…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/columns_step.py" />
            <source>Make a new field: {title}</source>
            <translation>فیلد جدید بساز: {title}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/texts.py" />
            <source>Name and phone together</source>
            <translation>نام و تلفن با هم</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/texts.py" />
            <source>National ID</source>
            <translation>کد ملی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/file_step.py" />
            <source>No list yet? A file to fill in for:</source>
            <translation>هنوز فهرستی ندارید؟ فایل آمادهٔ پر کردن برای:</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/options.py" />
            <source>Nothing in the file can tell; every row is added as new.</source>
            <translation>از این فایل معلوم نمی‌شود؛ هر ردیف تازه به حساب می‌آید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/result_step.py" />
            <source>Nothing of this file was new, so nothing was changed.</source>
            <translation>چیز تازه‌ای در این فایل نبود؛ چیزی تغییر نکرد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/texts.py" />
            <source>Other people who share it: add them</source>
            <translation>افراد دیگری‌اند با شمارهٔ مشترک؛ اضافه شوند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/file_step.py" />
            <source>Page or XML</source>
            <translation>صفحهٔ وب یا XML</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/texts.py" />
            <source>Phone</source>
            <translation>تلفن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/columns_step.py" />
            <source>Please say which column is one of {fields}.</source>
            <translation>لطفاً بگویید کدام ستون یکی از این‌هاست: {fields}.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/columns_step.py" />
            <source>Please say which column is {field}.</source>
            <translation>لطفاً بگویید کدام ستون {field} است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/options.py" />
            <source>Purchases that came from this file before are not recorded again. Their customer is found by code, phone or name, and made if unknown.</source>
            <translation>خریدهایی که پیش‌تر از همین فایل آمده‌اند دوباره ثبت نمی‌شوند. مشتری از روی کد، تلفن یا نام پیدا می‌شود و اگر نبود، ساخته می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/wizard.py" />
            <source>Result</source>
            <translation>نتیجه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/options.py" />
            <source>Rial</source>
            <translation>ریال</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/preview_table.py" />
            <source>Row</source>
            <translation>ردیف</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/check_step.py" />
            <source>Rows with a problem are left out. They are written to an Excel file beside this one, each with its reason: mend them there and bring that file in.</source>
            <translation>ردیف‌های مشکل‌دار وارد نمی‌شوند. آن‌ها با دلیلشان در یک فایل اکسل کنار همین فایل نوشته می‌شوند؛ همان‌جا درستشان کنید و آن فایل را وارد کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/wizard.py" />
            <source>See: {page}</source>
            <translation>دیدن {page}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/page.py" />
            <source>Show the file of rows with problems</source>
            <translation>پوشه‌ی فایل ردیف‌های مشکل‌دار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/steps_bar.py" />
            <source>Step {number} of {count}: {name}</source>
            <translation>مرحله‌ی {number} از {count}: {name}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/page.py" />
            <source>Stopped. Nothing was brought in.</source>
            <translation>متوقف شد. چیزی وارد نشد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/columns_step.py" />
            <source>Take it from here</source>
            <translation>از این ستون باشد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/file_step.py" />
            <source>Text</source>
            <translation>متن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/options.py" />
            <source>The comma is the decimal sign</source>
            <translation>ویرگول، ممیز است (۱۲,۵)</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/options.py" />
            <source>The dates can be read in several ways: please check calendar and order below.</source>
            <translation>تاریخ‌ها را چند جور می‌شود خواند؛ تقویم و ترتیب زیر را نگاه کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/file_step.py" />
            <source>The file is being read</source>
            <translation>فایل خوانده می‌شود</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/file_step.py" />
            <source>The file is being read…</source>
            <translation>فایل خوانده می‌شود…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/result_step.py" />
            <source>The file is in.</source>
            <translation>فایل وارد شد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/options.py" />
            <source>The first row has the titles</source>
            <translation>ردیف اول عنوان ستون‌هاست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/columns_step.py" />
            <source>The first rows as they will become</source>
            <translation>اولین ردیف‌ها، آن‌طور که می‌شوند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/check_step.py" />
            <source>The first rows with a problem</source>
            <translation>اولین ردیف‌های مشکل‌دار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/columns_step.py" />
            <source>The first {count} rows as they will become</source>
            <translation>{count} ردیف اول، آن‌طور که می‌شوند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/result_step.py" />
            <source>The rows with a problem are in “{file}”, each with its reason. Mend them there and bring that file in.</source>
            <translation>ردیف‌های مشکل‌دار با دلیلشان در «{file}» است. همان‌جا درستشان کنید و آن فایل را وارد کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/texts.py" />
            <source>The same people: keep the name they have</source>
            <translation>همان افرادند؛ نام کنونی بماند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/options.py" />
            <source>Then</source>
            <translation>آن‌وقت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/check_step.py" />
            <source>There is nothing in this file to bring in.</source>
            <translation>در این فایل چیز تازه‌ای برای وارد کردن نیست.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/shared_question.py" />
            <source>These are</source>
            <translation>این‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/options.py" />
            <source>Toman</source>
            <translation>تومان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/result_step.py" />
            <source>Undo this import</source>
            <translation>این ورود برگردد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/options.py" />
            <source>What came from this file before is not recorded again. The customer is found by code, phone or name.</source>
            <translation>آنچه پیش‌تر از همین فایل آمده دوباره ثبت نمی‌شود. مشتری از روی کد، تلفن یا نام پیدا می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/file_step.py" />
            <source>What is in it</source>
            <translation>محتوای فایل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/check_step.py" />
            <source>What is wrong</source>
            <translation>مشکل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/check_step.py" />
            <source>What the check found</source>
            <translation>آنچه بررسی پیدا کرد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/wizard.py" />
            <source>What you arranged here is forgotten.</source>
            <translation>آنچه این‌جا چیده‌اید از یاد می‌رود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/file_step.py" />
            <source>Where shall the file to fill in be saved?</source>
            <translation>فایل آمادهٔ پر کردن کجا ذخیره شود؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/options.py" />
            <source>Which are here already?</source>
            <translation>کدام‌ها از قبل هست؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/file_step.py" />
            <source>Which file shall be brought in?</source>
            <translation>کدام فایل وارد شود؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/file_step.py" />
            <source>Which sheet</source>
            <translation>کدام برگه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/options.py" />
            <source>Who is here already?</source>
            <translation>چه کسی از قبل هست؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/result_step.py" />
            <source>You can close this and go on working; the import goes on by itself. If you stop it, what came in is taken out again.</source>
            <translation>می‌توانید این را ببندید و به کارتان برسید؛ وارد کردن خودش ادامه پیدا می‌کند. اگر متوقفش کنید، آنچه وارد شده دوباره بیرون آورده می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/cell_texts.py" />
            <source>a return</source>
            <translation>برگشتی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/shared_question.py" />
            <source>and {count} more</source>
            <translation>و {count} ردیف دیگر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/options.py" />
            <source>as each title says</source>
            <translation>همان که عنوان هر ستون می‌گوید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/texts.py" />
            <source>day, month, year</source>
            <translation>روز، ماه، سال</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/options.py" />
            <source>in millions</source>
            <translation>به میلیون نوشته شده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/options.py" />
            <source>in thousands</source>
            <translation>به هزار نوشته شده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/texts.py" />
            <source>month, day, year</source>
            <translation>ماه، روز، سال</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/file_step.py" />
            <source>more than {count} rows</source>
            <translation>بیش از {count} ردیف</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/importing/full_export.py" />
            <source>no</source>
            <translation>نه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/cell_texts.py" />
            <source>no sale: {reason}</source>
            <translation>فروش نیست: {reason}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/column_table.py" />
            <source>please check</source>
            <translation>نگاه کنید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/options.py" />
            <source>written in full</source>
            <translation>کامل نوشته شده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/texts.py" />
            <source>year, month, day</source>
            <translation>سال، ماه، روز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/importing/full_export.py" />
            <source>yes</source>
            <translation>بله</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/columns_step.py" />
            <source>{count} of them have a problem: stand on a red cell to read it.</source>
            <translation>{count} ردیف مشکل دارد؛ روی خانه‌ی قرمز بروید تا بخوانید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/file_step.py" />
            <source>{count} rows</source>
            <translation>{count} ردیف</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/shared_question.py" />
            <source>{count} rows have the phone, e-mail or national ID of somebody with another name. Families and companies share numbers: are they other people?</source>
            <translation>{count} ردیف، تلفن، ایمیل یا کد ملی کسی را دارند که نام دیگری دارد. خانواده‌ها و شرکت‌ها شمارهٔ مشترک دارند: آیا این‌ها افراد دیگری‌اند؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/columns_step.py" />
            <source>“{field}”</source>
            <translation>«{field}»</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/columns_step.py" />
            <source>“{field}” comes from the column “{column}” already.</source>
            <translation>«{field}» همین حالا از ستون «{column}» می‌آید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/file_step.py" />
            <source>“{file}” is ready: fill it in and drop it here.</source>
            <translation>«{file}» آماده است: آن را پر کنید و همین‌جا رها کنید.</translation>
        </message>
    </context>
    <context>
        <name>Imports</name>
        <message>
            <location filename="../ecrm_desktop/ui/imports/page.py" />
            <source>Bring along what you have</source>
            <translation>هرچه دارید همراه بیاورید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/page.py" />
            <source>Bring in a file…</source>
            <translation>وارد کردن فایل…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/import_work.py" />
            <source>Bringing in {file}…</source>
            <translation>در حال وارد کردن {file}…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/columns.py" />
            <source>Brought in</source>
            <translation>وارد شد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Calls and messages</source>
            <translation>تماس‌ها و پیام‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/importing/full_export.py" />
            <source>Customers</source>
            <translation>مشتریان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/page.py" />
            <source>Customers, products and purchases from Excel, from your phone or from another program. Drop the file here.</source>
            <translation>مشتری‌ها، کالاها و خریدها از اکسل، از گوشی یا از برنامه‌ی دیگر. فایل را همین‌جا رها کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/phone_extensions.py" />
            <source>Extension of {phone}: {said}</source>
            <translation>داخلی {phone}: {said}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/columns.py" />
            <source>File</source>
            <translation>فایل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/importing/reading.py" />
            <source>Goods</source>
            <translation>کالا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/page.py" />
            <source>Imports</source>
            <translation>ورود اطلاعات</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/columns.py" />
            <source>New</source>
            <translation>تازه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/columns.py" />
            <source>On its way</source>
            <translation>در راه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/phone_extensions.py" />
            <source>Phone that another customer has: {phone}</source>
            <translation>شماره‌ای که مشتری دیگری هم دارد: {phone}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/columns.py" />
            <source>Problems</source>
            <translation>مشکل‌دار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Products</source>
            <translation>کالاها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Purchases</source>
            <translation>خریدها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/importing/told_texts.py" />
            <source>Row {row}: {text}</source>
            <translation>ردیف {row}: {text}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/importing/told_texts.py" />
            <source>Row {row}: “{name}” has {value}, which is here as that of “{other}”</source>
            <translation>ردیف {row}: «{name}» با {value} آمده است که از آنِ «{other}» است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/problem_file.py" />
            <source>Rows with problems</source>
            <translation>ردیف‌های دارای ایراد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/page.py" />
            <source>Show</source>
            <translation>نشان بده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/columns.py" />
            <source>State</source>
            <translation>وضعیت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/broken_off.py" />
            <source>Taking out a file that did not come in whole…</source>
            <translation>بیرون آوردن فایلی که کامل وارد نشده بود…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/undo.py" />
            <source>Taking the import back…</source>
            <translation>در حال برگرداندن ورود…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/importing/taking_out.py" />
            <source>Taking “{file}” back had not come to its end when the program last ended; now it is done.</source>
            <translation>برگرداندن «{file}» هنگام بسته شدن برنامه به پایان نرسیده بود؛ اکنون انجام شد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/page.py" />
            <source>The file is in: {new} new, {updated} updated, {problems} with a problem.</source>
            <translation>فایل وارد شد: {new} تازه، {updated} به‌روزشده، {problems} مشکل‌دار.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/undo.py" />
            <source>The import is undone</source>
            <translation>ورود برگردانده شد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/problem_file.py" />
            <source>The whole row</source>
            <translation>کل ردیف</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/undo.py" />
            <source>This can be done until {day}.</source>
            <translation>تا {day} می‌شود این کار را کرد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/columns.py" />
            <source>Twice in the file</source>
            <translation>تکراری در فایل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/columns.py" />
            <source>Unchanged</source>
            <translation>بدون تغییر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/undo.py" />
            <source>Undo</source>
            <translation>برگردد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/undo.py" />
            <source>Undo the import of “{file}”?</source>
            <translation>ورود «{file}» برگردد؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/page.py" />
            <source>Undo this import…</source>
            <translation>این ورود برگردد…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/columns.py" />
            <source>Undo until {day}</source>
            <translation>قابل برگشت تا {day}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/columns.py" />
            <source>Undone</source>
            <translation>برگردانده شد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/undo.py" />
            <source>Undone: {removed} records went, {restored} are as before.</source>
            <translation>برگشت: {removed} مورد حذف شد و {restored} مورد مثل قبل شد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/columns.py" />
            <source>Undone; {count} stayed</source>
            <translation>برگردانده شد؛ {count} مورد ماند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/columns.py" />
            <source>Updated</source>
            <translation>به‌روزشده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/columns.py" />
            <source>What</source>
            <translation>محتوا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/undo.py" />
            <source>What this file made goes, and what it changed is as before. Records somebody worked on since stay as they are.</source>
            <translation>آنچه این فایل ساخته حذف می‌شود و آنچه عوض کرده مثل قبل می‌شود. چیزهایی که بعداً رویشان کار شده دست نمی‌خورند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/columns.py" />
            <source>When</source>
            <translation>زمان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/columns.py" />
            <source>Who</source>
            <translation>کاربر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/counts.py" />
            <source>With a problem</source>
            <translation>مشکل‌دار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/undo.py" />
            <source>and {count} more</source>
            <translation>و {count} مورد دیگر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/counts.py" />
            <source>{amount} given back</source>
            <translation>{amount} پس داده شد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/counts.py" />
            <source>{amount} in all</source>
            <translation>جمعاً {amount}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/counts.py" />
            <source>{count} lines</source>
            <translation>{count} قلم</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/counts.py" />
            <source>{count} new customers</source>
            <translation>{count} مشتری تازه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/counts.py" />
            <source>{count} new products</source>
            <translation>{count} کالای تازه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/undo.py" />
            <source>{count} records stayed, because somebody worked on them since:</source>
            <translation>{count} مورد ماند، چون بعداً رویشان کار شده بود:</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/counts.py" />
            <source>{count} returns</source>
            <translation>{count} برگشتی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/columns.py" />
            <source>{day} {time}</source>
            <translation>{day} {time}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/imports/undo.py" />
            <source>{kind}: {name}</source>
            <translation>{kind}: {name}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/problem_file.py" />
            <source>{name} - rows with problems.xlsx</source>
            <translation>{name} - ردیف‌های دارای ایراد.xlsx</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/phone_extensions.py" />
            <source>{phone} to {end}</source>
            <translation>{phone} تا {end}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/importing/taking_out.py" />
            <source>“{file}” had not come in to the end when the program last ended, so what there was of it was taken out again. Bring it in once more.</source>
            <translation>وارد کردن «{file}» هنگام بسته شدن برنامه به پایان نرسیده بود؛ پس هرچه از آن وارد شده بود بیرون آورده شد. آن را یک بار دیگر وارد کنید.</translation>
        </message>
    </context>
    <context>
        <name>IncomeBand</name>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>High income</source>
            <translation>پردرآمد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Low income</source>
            <translation>کم‌درآمد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Lower-middle income</source>
            <translation>کمتر از متوسط</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Middle income</source>
            <translation>متوسط</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Upper-middle income</source>
            <translation>بیشتر از متوسط</translation>
        </message>
    </context>
    <context>
        <name>Insight</name>
        <message>
            <location filename="../ecrm_desktop/insight/sentences.py" />
            <source>A month that lies in Ramadan brings about {share} less.</source>
            <translation>ماهی که در رمضان باشد حدود {share} کمتر می‌فروشد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sentences.py" />
            <source>A month that lies in Ramadan brings about {share} more.</source>
            <translation>ماهی که در رمضان باشد حدود {share} بیشتر می‌فروشد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/value_sentences.py" />
            <source>A season can be compared from its second year on, not before.</source>
            <translation>هر فصل را تازه از سال دوم می‌شود با سال پیشش سنجید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sentences.py" />
            <source>A year ago it would have been off by {error} of the sales; to expect the same as the year before, by {naive}. {inside} of {months} months fell into the range.</source>
            <translation>پیش‌بینی یک سال پیش {error} فروش خطا داشت؛ اگر همان فروش سال پیشش را انتظار می‌داشتید، {naive}. از {months} ماه، {inside} ماه در بازه بود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sentences.py" />
            <source>A year ago the forecast of the weeks would have been off by {error} of the sales; {inside} of {weeks} weeks fell into the range.</source>
            <translation>پیش‌بینی هفتگی یک سال پیش {error} فروش خطا داشت؛ از {weeks} هفته، {inside} هفته در بازه بود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/insight/reckoned_tab.py" />
            <source>As of {day}</source>
            <translation>تا {day}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>Before</source>
            <translation>پیش از آن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>Bought together</source>
            <translation>با هم خریده می‌شوند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>Brands</source>
            <translation>برندها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>Brought</source>
            <translation>آورده‌اند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>Buyers</source>
            <translation>خریدار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>Buyers brought</source>
            <translation>خریداران معرفی‌شده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/printed.py" />
            <source>Call those who stay away: {count} are worth it. The page of insight has them all.</source>
            <translation>با آن‌ها که دیگر نمی‌آیند تماس بگیرید: {count} نفر ارزشش را دارند. همه در صفحهٔ بینش هستند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>Came in</source>
            <translation>آغاز خرید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>Categories</source>
            <translation>دسته‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>Channel</source>
            <translation>راه آشنایی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>Cohorts by month</source>
            <translation>مشتریان هر ماه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>Cohorts by season</source>
            <translation>مشتریان هر فصل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/printed.py" />
            <source>Customer</source>
            <translation>مشتری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>Customers</source>
            <translation>مشتری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>Customers who buy alike</source>
            <translation>مشتریانی که همسان می‌خرند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/value_sentences.py" />
            <source>Customers who came by {channel} brought the most: {money} each on average.</source>
            <translation>مشتریانی که از راه «{channel}» آمده‌اند بیشترین پول را آورده‌اند: به‌طور میانگین هر نفر {money}.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/printed.py" />
            <source>Decide what becomes of {count} products that have not been sold for long.</source>
            <translation>برای {count} کالا که مدتی است فروش نرفته تصمیم بگیرید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>Discounts</source>
            <translation>تخفیف‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sentences.py" />
            <source>Dormant is who has not bought for 90 days.</source>
            <translation>کسی رفته به حساب می‌آید که ۹۰ روز خرید نکرده باشد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sentences.py" />
            <source>Dormant is who has stayed away for twice as long as usual, or for 90 days where there is no usual yet.</source>
            <translation>کسی رفته به حساب می‌آید که دو برابر فاصلهٔ همیشگی‌اش نیامده باشد؛ و اگر هنوز فاصلهٔ همیشگی ندارد، ۹۰ روز.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sentences.py" />
            <source>Dormant is who, going by how often they came, has more likely left than not; who came only once, after 90 days.</source>
            <translation>کسی رفته به حساب می‌آید که با توجه به آمدن‌هایش، رفتنش محتمل‌تر از ماندنش باشد؛ و کسی که فقط یک بار آمده، پس از ۹۰ روز.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>Each of them</source>
            <translation>هر نفر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/value_sentences.py" />
            <source>Each time the best ones spend {spend}, the others {others}.</source>
            <translation>بهترین‌ها هر بار {spend} خرید می‌کنند و بقیه {others}.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>Expected</source>
            <translation>انتظار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>Expected in the next year</source>
            <translation>انتظار سال آینده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/insight/reckoned_tab.py" />
            <source>Export</source>
            <translation>خروجی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>Falling</source>
            <translation>رو به کاهش</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>Fast and slow</source>
            <translation>پرفروش و کم‌فروش</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/insight/page.py" />
            <source>Forecast</source>
            <translation>پیش‌بینی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/insight/page.py" />
            <source>Groups</source>
            <translation>گروه‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/score_texts.py" />
            <source>Has not bought anything yet.</source>
            <translation>هنوز چیزی نخریده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/score_texts.py" />
            <source>Has not come for {days} days.</source>
            <translation>{days} روز است نیامده.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/printed.py" />
            <source>How customers stand</source>
            <translation>وضعیت مشتریان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sentences.py" />
            <source>How good such a forecast is in this shop can only be told from three years of sales on.</source>
            <translation>اینکه چنین پیش‌بینی‌ای در این فروشگاه چقدر خوب است، تازه با سه سال فروش روشن می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>In eight of ten cases from</source>
            <translation>در هشت مورد از ده، از</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>In prices of today</source>
            <translation>به قیمت‌های امروز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/product_sentences.py" />
            <source>In the last 90 days {rising} products sold clearly better and {falling} clearly worse than in the 90 days before; {quiet} have not been sold for long.</source>
            <translation>در ۹۰ روز گذشته {rising} کالا آشکارا بهتر و {falling} کالا آشکارا بدتر از ۹۰ روز پیش از آن فروش رفته‌اند؛ {quiet} کالا مدتی است فروش نرفته‌اند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/product_sentences.py" />
            <source>In the last 90 days {rising} products sold clearly better and {falling} clearly worse than in the same days last year; {quiet} have not been sold for long.</source>
            <translation>در ۹۰ روز گذشته {rising} کالا آشکارا بهتر و {falling} کالا آشکارا بدتر از همین روزهای سال پیش فروش رفته‌اند؛ {quiet} کالا مدتی است فروش نرفته‌اند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/product_sentences.py" />
            <source>In the last year {share} of the purchases had a discount; {given} was let off.</source>
            <translation>در یک سال گذشته {share} خریدها تخفیف داشته‌اند و روی هم {given} تخفیف داده شده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/score_texts.py" />
            <source>In the next year about one purchase, most likely for {least} to {most}.</source>
            <translation>در یک سال آینده حدود یک خرید، به احتمال زیاد {least} تا {most}.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/score_texts.py" />
            <source>In the next year about {times} purchases, most likely for {least} to {most} in all.</source>
            <translation>در یک سال آینده حدود {times} خرید، به احتمال زیاد روی هم {least} تا {most}.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/score_texts.py" />
            <source>In the next year perhaps nothing, at most about {most}.</source>
            <translation>در یک سال آینده شاید هیچ، و دست بالا حدود {most}.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sentences.py" />
            <source>In the year after, they are expected to come about {visits} times and to bring about {money}.</source>
            <translation>انتظار می‌رود در یک سال پس از آن، روی هم حدود {visits} بار بیایند و حدود {money} خرید کنند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sentences.py" />
            <source>In {month} sales of about {expected} are expected; in eight of ten cases it is between {low} and {high}. So far it is {so_far}.</source>
            <translation>در {month} فروشی حدود {expected} انتظار می‌رود؛ در هشت مورد از ده، میان {low} و {high} است. تا امروز {so_far} بوده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/printed.py" />
            <source>In {month} you sold for {money}.</source>
            <translation>در {month}، {money} فروختید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/printed.py" />
            <source>In {month} you sold for {money}; in the same month a year before it was {before}.</source>
            <translation>در {month}، {money} فروختید؛ یک سال پیش در همین ماه {before} بود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/product_sentences.py" />
            <source>In {purchases} purchases no two products were bought together more often than by chance.</source>
            <translation>در {purchases} خرید، هیچ دو کالایی بیش از حد تصادف با هم خریده نشده‌اند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/insight.py" />
            <source>Insight</source>
            <translation>بینش</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/insight/today/reading.py" />
            <source>Last visit, steps after: {cuts}</source>
            <translation>آخرین مراجعه، مرز نمره‌ها: {cuts}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/insight/reckoned_tab.py" />
            <source>Letter of the month</source>
            <translation>نامهٔ ماه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/printed.py" />
            <source>Letter of {month}</source>
            <translation>نامهٔ {month}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/insight/today/reading.py" />
            <source>Money, steps above ({unit}): {cuts}</source>
            <translation>مبلغ خرید ({unit})، مرز نمره‌ها: {cuts}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>Month</source>
            <translation>ماه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sentences.py" />
            <source>No customer has brought any money yet.</source>
            <translation>هنوز هیچ مشتری‌ای پولی نیاورده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/product_sentences.py" />
            <source>No customer was given a discount in the last year.</source>
            <translation>در یک سال گذشته به هیچ مشتری‌ای تخفیف داده نشده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/product_sentences.py" />
            <source>No product was sold in enough months at prices that moved, so nothing can be said of what a price does.</source>
            <translation>هیچ کالایی در ماه‌های کافی و با قیمت‌های متفاوت فروخته نشده است؛ برای همین دربارهٔ اثر قیمت چیزی نمی‌شود گفت.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/product_sentences.py" />
            <source>No products have been sold yet.</source>
            <translation>هنوز کالایی فروخته نشده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/product_sentences.py" />
            <source>No products were sold to customers with a name in a year.</source>
            <translation>در یک سال گذشته کالایی به مشتریان ثبت‌شده فروخته نشده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/value_sentences.py" />
            <source>No season is over yet since the first purchase.</source>
            <translation>از نخستین خرید تا امروز هنوز فصلی کامل نشده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/value_sentences.py" />
            <source>Nobody has brought another customer who bought yet.</source>
            <translation>هنوز کسی مشتری دیگری را معرفی نکرده که خرید کرده باشد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sentences.py" />
            <source>Nobody has come twice yet. What follows is how it goes in other shops, not what was seen here.</source>
            <translation>هنوز کسی دو بار نیامده است. آنچه در ادامه می‌آید از روال فروشگاه‌های دیگر است، نه از آنچه اینجا دیده شده.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sentences.py" />
            <source>Nobody stays away with whom much would be lost.</source>
            <translation>کسی نیست که نیامدنش زیان چندانی داشته باشد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sentences.py" />
            <source>Nobody was entered and nobody began to buy in these months.</source>
            <translation>در این ماه‌ها نه کسی ثبت شده و نه کسی خرید را آغاز کرده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>Not sold for long</source>
            <translation>مدت‌هاست فروش نرفته</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/printed.py" />
            <source>Nothing has been reckoned yet.</source>
            <translation>هنوز چیزی حساب نشده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sentences.py" />
            <source>Nothing was sold, so nothing can be said of the future.</source>
            <translation>چیزی فروخته نشده است؛ برای همین دربارهٔ آینده چیزی نمی‌شود گفت.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/product_sentences.py" />
            <source>Of 100 people whose first purchase had a discount, {low} to {high} fewer came again within half a year than of others.</source>
            <translation>از هر ۱۰۰ نفری که خرید اولشان تخفیف داشت، {low} تا {high} نفر کمتر از دیگران تا شش ماه برگشتند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/product_sentences.py" />
            <source>Of 100 people whose first purchase had a discount, {low} to {high} more came again within half a year than of others.</source>
            <translation>از هر ۱۰۰ نفری که خرید اولشان تخفیف داشت، {low} تا {high} نفر بیشتر از دیگران تا شش ماه برگشتند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/value_sentences.py" />
            <source>Of too few customers it is known how they came to the shop.</source>
            <translation>راه آشنایی مشتریان بسیار کمی معلوم است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sentences.py" />
            <source>Of {people} customers {best} are the best ones: they came lately, come often, and brought {share} of the money.</source>
            <translation>از {people} مشتری، {best} نفر بهترین‌ها هستند: تازگی آمده‌اند، زیاد می‌آیند و {share} پول را آورده‌اند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sentences.py" />
            <source>One more purchase of one of them is worth {money} on average.</source>
            <translation>هر خرید دیگرشان به‌طور میانگین {money} می‌ارزد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>Only registered</source>
            <translation>فقط ثبت‌شده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/printed.py" />
            <source>Phone</source>
            <translation>تلفن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>Price and quantity</source>
            <translation>قیمت و تعداد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>Product</source>
            <translation>کالا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/insight/page.py" />
            <source>Products</source>
            <translation>کالاها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>Purchases in 90 days</source>
            <translation>خرید در ۹۰ روز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/insight/reckoned_tab.py" />
            <source>Reckoning anew…</source>
            <translation>در حال محاسبهٔ دوباره…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/printed.py" />
            <source>Record each sale with its customer: then this letter can tell.</source>
            <translation>هر فروش را با نام مشتری ثبت کنید تا این نامه حرفی برای گفتن داشته باشد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>Rising</source>
            <translation>رو به افزایش</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>Season</source>
            <translation>فصل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>Seasons</source>
            <translation>فصل‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>Spent alone</source>
            <translation>خرید خودش</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>State</source>
            <translation>وضعیت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/printed.py" />
            <source>Thank the {count} customers who make most of the money, and lose none of them.</source>
            <translation>از {count} مشتری که بیشتر پول را می‌آورند قدردانی کنید و هیچ‌کدام را از دست ندهید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sentences.py" />
            <source>The best 20 percent, {top} customers, brought {share}.</source>
            <translation>۲۰ درصد برتر، یعنی {top} مشتری، {share} پول را آورده‌اند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/value_sentences.py" />
            <source>The best ones came {visits} times, the others {others} times.</source>
            <translation>بهترین‌ها به‌طور میانگین {visits} بار آمده‌اند و بقیه {others} بار.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/value_sentences.py" />
            <source>The best ones come every {days} days, the others every {others} days.</source>
            <translation>بهترین‌ها هر {days} روز می‌آیند و بقیه هر {others} روز.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/value_sentences.py" />
            <source>The brand that most of the best ones like best is {brand} ({share}).</source>
            <translation>برند محبوب بیشتر بهترین‌ها {brand} است ({share}).</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/value_sentences.py" />
            <source>The last whole season brought {share} of what it had brought the year before; without the rise of the shop's own prices it is {real}.</source>
            <translation>آخرین فصل کامل {share} همان فصل سال پیشش فروش داشت؛ بدون بالا رفتن قیمت‌های خود فروشگاه، {real}.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>The months to come</source>
            <translation>ماه‌های پیش رو</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/product_sentences.py" />
            <source>The price of {moved} products moved enough, but of none of them the sales show what it did.</source>
            <translation>قیمت {moved} کالا به اندازهٔ کافی تغییر کرده است، اما اثرش در فروش هیچ‌کدام دیده نمی‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/product_sentences.py" />
            <source>The price of {moved} products moved enough; of {sure} of them the sales show what it did.</source>
            <translation>قیمت {moved} کالا به اندازهٔ کافی تغییر کرده است؛ اثرش در فروش {sure} تای آن‌ها دیده می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>The same month last year</source>
            <translation>سال پیش همین ماه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>The same week last year</source>
            <translation>سال پیش همین هفته</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/product_sentences.py" />
            <source>The same {people} people bought for {low} to {high} more when they had a discount.</source>
            <translation>همان {people} نفر وقتی تخفیف داشتند {low} تا {high} بیشتر خرید کردند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/product_sentences.py" />
            <source>The same {people} people paid {low} to {high} less when they had a discount.</source>
            <translation>همان {people} نفر وقتی تخفیف داشتند {low} تا {high} کمتر پرداختند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sentences.py" />
            <source>The shop is too young to try this rule on what happened in the past.</source>
            <translation>فروشگاه جوان‌تر از آن است که بشود این قاعده را روی گذشته‌اش آزمود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sentences.py" />
            <source>The shop's own prices are {times} times those of twelve months ago.</source>
            <translation>قیمت‌های خود فروشگاه {times} برابر دوازده ماه پیش است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>The weeks to come</source>
            <translation>هفته‌های پیش رو</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/value_sentences.py" />
            <source>There are too few customers to tell the best ones from the others.</source>
            <translation>مشتری‌ها کمتر از آن‌اند که بشود بهترین‌ها را با بقیه سنجید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sentences.py" />
            <source>There are too few whole weeks of sales to say anything of the next ones.</source>
            <translation>هفته‌های کامل فروش کمتر از آن است که بشود دربارهٔ هفته‌های بعد چیزی گفت.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sentences.py" />
            <source>There are {past} whole months of sales. With fewer than 12 nobody can know what the next ones bring.</source>
            <translation>فروش {past} ماه کامل در دست است. با کمتر از ۱۲ ماه، کسی نمی‌تواند بداند ماه‌های بعد چه می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sentences.py" />
            <source>There are {past} whole months of sales. With fewer than 24 only a range is honest: most months will lie between {low} and {high}.</source>
            <translation>فروش {past} ماه کامل در دست است. با کمتر از ۲۴ ماه فقط می‌شود یک بازه گفت: بیشتر ماه‌ها میان {low} و {high} خواهند بود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/product_sentences.py" />
            <source>There is too little to tell what the discounts brought.</source>
            <translation>داده کمتر از آن است که بشود گفت تخفیف‌ها چه آورده‌اند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sentences.py" />
            <source>This week most likely brings between {low} and {high}; so far it is {so_far}.</source>
            <translation>فروش این هفته به احتمال زیاد میان {low} و {high} است؛ تا امروز {so_far} بوده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>Those of high and of low value</source>
            <translation>پرارزش‌ها و کم‌ارزش‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/value_sentences.py" />
            <source>Those who came by {channel} brought the least: {money} each.</source>
            <translation>آن‌ها که از راه «{channel}» آمده‌اند کمترین پول را آورده‌اند: هر نفر {money}.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/insight/page.py" />
            <source>Today</source>
            <translation>امروز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>Too little was sold to tell them apart.</source>
            <translation>فروش کمتر از آن است که بشود جدا گفت.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sentences.py" />
            <source>Tried {days} days ago, it would have named nobody.</source>
            <translation>اگر {days} روز پیش به کار می‌رفت، از کسی نام نمی‌برد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sentences.py" />
            <source>Tried {days} days ago: of every 100 it named, {hits} really did not come again.</source>
            <translation>اگر {days} روز پیش به کار می‌رفت: از هر ۱۰۰ نفری که نام می‌برد، {hits} نفر واقعاً برنگشتند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sentences.py" />
            <source>Until {day} no customer bought anything, so nothing can be said about them.</source>
            <translation>تا {day} هیچ مشتری‌ای خرید نکرده است؛ برای همین دربارهٔ مشتریان چیزی نمی‌شود گفت.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sentences.py" />
            <source>Until {day}, {people} customers bought, and {again} of them came again.</source>
            <translation>تا {day}، {people} مشتری خرید کرده‌اند و {again} نفرشان دوباره آمده‌اند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/score_texts.py" />
            <source>Used to buy every {gap} days; has not come for {days} days.</source>
            <translation>هر {gap} روز خرید می‌کرد؛ {days} روز است نیامده.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/insight/page.py" />
            <source>Value</source>
            <translation>ارزش</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/insight/today/reading.py" />
            <source>Visits, steps above: {cuts}</source>
            <translation>تعداد مراجعه، مرز نمره‌ها: {cuts}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>Week from</source>
            <translation>هفته از</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/printed.py" />
            <source>What customers are worth</source>
            <translation>ارزش مشتریان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sentences.py" />
            <source>What customers brought within 6, 12 and 18 months of their first purchase, less what was given back.</source>
            <translation>آنچه مشتریان در ۶، ۱۲ و ۱۸ ماه پس از نخستین خریدشان آورده‌اند، با کم کردن مرجوعی‌ها.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>What is not over yet is marked with three dots.</source>
            <translation>آنچه هنوز کامل نشده، سه‌نقطه دارد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/printed.py" />
            <source>What products tell</source>
            <translation>کالاها چه می‌گویند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>What these spent</source>
            <translation>خرید معرفی‌شده‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>What they will be worth</source>
            <translation>چقدر خواهند ارزید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/printed.py" />
            <source>What to do:</source>
            <translation>چه کنید:</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/printed.py" />
            <source>What will be sold</source>
            <translation>فروش آینده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>Where they come from</source>
            <translation>از کجا می‌آیند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/product_sentences.py" />
            <source>Whether more people come again whose first purchase had a discount cannot be told from chance.</source>
            <translation>نمی‌شود گفت که تخفیف خرید اول مشتری‌ها را بیشتر برمی‌گرداند یا نه؛ تفاوتش در حد تصادف است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/product_sentences.py" />
            <source>Whether the same people buy for more or less with a discount cannot be told from chance.</source>
            <translation>نمی‌شود گفت که همان آدم‌ها با تخفیف بیشتر می‌خرند یا کمتر؛ تفاوتش در حد تصادف است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>Who brings others</source>
            <translation>چه کسانی دیگران را می‌آورند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>Who makes the money</source>
            <translation>چه کسانی پول می‌آورند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/printed.py" />
            <source>Why</source>
            <translation>چرا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/score_texts.py" />
            <source>Will probably not buy in the next year.</source>
            <translation>احتمالاً در یک سال آینده خرید نمی‌کند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sentences.py" />
            <source>With so few customers what follows is hardly more than a guess.</source>
            <translation>با این تعداد کم مشتری، آنچه در ادامه می‌آید چیزی بیش از حدس نیست.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/printed.py" />
            <source>Worth a call</source>
            <translation>به یک تماس می‌ارزند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/insight/reckoned_tab.py" />
            <source>and {count} more</source>
            <translation>و {count} ردیف دیگر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/insight_answers.py" />
            <source>between {low} and {high}</source>
            <translation>میان {low} و {high}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/insight_answers.py" />
            <source>the same month last year: {money}</source>
            <translation>سال پیش همین ماه: {money}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>to</source>
            <translation>تا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/insight_answers.py" />
            <source>unknown channel</source>
            <translation>راه آشنایی نامعلوم</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/insight_answers.py" />
            <source>{count} bought</source>
            <translation>{count} خریدار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sentences.py" />
            <source>{count} customers who stay away are worth a call; they would bring about {money} a year.</source>
            <translation>{count} مشتری که مدتی است نیامده‌اند به یک تماس می‌ارزند؛ روی هم سالی حدود {money} خرید می‌کردند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/insight_answers.py" />
            <source>{count} only registered</source>
            <translation>{count} فقط ثبت‌شده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sentences.py" />
            <source>{count} purchases are dated later and were left out.</source>
            <translation>{count} خرید تاریخی پس از آن دارند و به حساب نیامدند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sentences.py" />
            <source>{fewest} of {people} customers ({share}) brought 80 percent of the money: each of them {least} or more.</source>
            <translation>۸۰ درصد پول را {fewest} نفر از {people} مشتری ({share}) آورده‌اند؛ هرکدامشان {least} یا بیشتر.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/insight_answers.py" />
            <source>{money} at stake</source>
            <translation>{money} در خطر است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sections.py" />
            <source>{months} months</source>
            <translation>{months} ماه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/insight_answers.py" />
            <source>{months} months: {money}</source>
            <translation>{months} ماه: {money}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/insight_answers.py" />
            <source>{months} months: {money} (not over yet)</source>
            <translation>{months} ماه: {money} (هنوز کامل نیست)</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/printed.py" />
            <source>{month} {year}</source>
            <translation>{month} {year}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sentences.py" />
            <source>{people} customers bought, and nobody among them stands out yet.</source>
            <translation>{people} مشتری خرید کرده‌اند و هنوز کسی میانشان سرآمد نیست.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/value_sentences.py" />
            <source>{people} customers brought {buyers} others who bought for {money}.</source>
            <translation>{people} مشتری {buyers} نفر دیگر را معرفی کرده‌اند که {money} خرید کرده‌اند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/insight_answers.py" />
            <source>{people} who came {times} times or more: {expected} visits of each are expected in the 39 weeks after.</source>
            <translation>{people} نفر که {times} بار یا بیشتر آمده‌اند: در ۳۹ هفتهٔ بعد از هرکدام {expected} بار انتظار می‌رود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/insight_answers.py" />
            <source>{people} who came {times} times: {expected} visits of each are expected in the 39 weeks after.</source>
            <translation>{people} نفر که {times} بار آمده‌اند: در ۳۹ هفتهٔ بعد از هرکدام {expected} بار انتظار می‌رود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/insight_answers.py" />
            <source>{people} who had come {times} times or more: {expected} visits of each were expected in the 39 weeks after; there were {actual}.</source>
            <translation>{people} نفر که {times} بار یا بیشتر آمده بودند: در ۳۹ هفتهٔ بعد از هرکدام {expected} بار انتظار می‌رفت؛ {actual} بار آمدند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/insight_answers.py" />
            <source>{people} who had come {times} times: {expected} visits of each were expected in the 39 weeks after; there were {actual}.</source>
            <translation>{people} نفر که {times} بار آمده بودند: در ۳۹ هفتهٔ بعد از هرکدام {expected} بار انتظار می‌رفت؛ {actual} بار آمدند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sentences.py" />
            <source>{season} {year}</source>
            <translation>{season} {year}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/value_sentences.py" />
            <source>{share} of the best ones were brought by somebody, of the others {others}.</source>
            <translation>{share} بهترین‌ها را کسی معرفی کرده است؛ از بقیه {others}.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/value_sentences.py" />
            <source>{share} of the purchases of the best ones had a discount, of the others {others}.</source>
            <translation>{share} خریدهای بهترین‌ها با تخفیف بوده است؛ از بقیه {others}.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/insight/reckoned_tab.py" />
            <source>{title}: Excel file…</source>
            <translation>{title}: فایل اکسل…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/insight/reckoned_tab.py" />
            <source>{title}: PDF file…</source>
            <translation>{title}: فایل PDF…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/insight/reckoned_tab.py" />
            <source>{title}: print…</source>
            <translation>{title}: چاپ…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/product_sentences.py" />
            <source>“{first}” and “{second}” were bought together {together} times; by chance it would have been {chance} times.</source>
            <translation>«{first}» و «{second}» {together} بار با هم خریده شده‌اند؛ اگر تصادفی بود {chance} بار می‌شد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sentences.py" />
            <source>“{name}” ({share} of the sales): this month between {low} and {high}.</source>
            <translation>«{name}» ({share} فروش): این ماه میان {low} و {high}.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/product_sentences.py" />
            <source>“{name}” was last sold {days} days ago.</source>
            <translation>«{name}» آخرین بار {days} روز پیش فروش رفت.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/sentences.py" />
            <source>“{name}”: there are {past} whole months of sales; nobody can know what the next ones bring.</source>
            <translation>«{name}»: فروش {past} ماه کامل در دست است؛ کسی نمی‌تواند بداند ماه‌های بعد چه می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/product_sentences.py" />
            <source>“{name}”: when it was 10 percent dearer than other goods, {low} to {high} percent less was sold.</source>
            <translation>«{name}»: هر وقت نسبت به کالاهای دیگر ۱۰ درصد گران‌تر بود، {low} تا {high} درصد کمتر فروش رفت.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/insight/product_sentences.py" />
            <source>“{name}”: when it was 10 percent dearer than other goods, {low} to {high} percent more was sold.</source>
            <translation>«{name}»: هر وقت نسبت به کالاهای دیگر ۱۰ درصد گران‌تر بود، {low} تا {high} درصد بیشتر فروش رفت.</translation>
        </message>
    </context>
    <context>
        <name>Inspector</name>
        <message>
            <location filename="../ecrm_desktop/shell/inspector.py" />
            <source>Make the lists anew</source>
            <translation>فهرست‌ها را از نو بساز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/inspector.py" />
            <source>The lists say the same as the records again.</source>
            <translation>فهرست‌ها دوباره با اطلاعات یکی شدند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/inspector.py" />
            <source>Ways out…</source>
            <translation>راه‌های نجات…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/inspector.py" />
            <source>{kind}: {count}</source>
            <translation>{kind}: {count}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/inspector.py" />
            <source>{kind}: {count} (number {numbers})</source>
            <translation>{kind}: {count} (شمارهٔ {numbers})</translation>
        </message>
    </context>
    <context>
        <name>Interaction</name>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/interaction_texts.py" />
            <source>Call not answered</source>
            <translation>تماس بی‌پاسخ</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/interaction_texts.py" />
            <source>Incoming call</source>
            <translation>تماس ورودی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/interaction_texts.py" />
            <source>Outgoing call</source>
            <translation>تماس خروجی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/interaction_texts.py" />
            <source>{channel}, incoming</source>
            <translation>{channel} ورودی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/interaction_texts.py" />
            <source>{channel}, not answered</source>
            <translation>{channel} بی‌پاسخ</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/interaction_texts.py" />
            <source>{channel}, outgoing</source>
            <translation>{channel} خروجی</translation>
        </message>
    </context>
    <context>
        <name>InteractionFields</name>
        <message>
            <location filename="../ecrm_desktop/fields/interactions.py" />
            <source>Answered</source>
            <translation>پاسخ داده شد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/interactions.py" />
            <source>Channel</source>
            <translation>راه ارتباط</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/interactions.py" />
            <source>Direction</source>
            <translation>جهت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/interactions.py" />
            <source>Duration</source>
            <translation>مدت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/interactions.py" />
            <source>Interaction</source>
            <translation>تماس</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/interactions.py" />
            <source>Outcome</source>
            <translation>نتیجه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/interactions.py" />
            <source>Text</source>
            <translation>شرح</translation>
        </message>
    </context>
    <context>
        <name>InteractionOutcome</name>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Done</source>
            <translation>انجام شد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Needs follow-up</source>
            <translation>نیاز به پیگیری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>No answer</source>
            <translation>پاسخ نداد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Not interested</source>
            <translation>تمایل ندارد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Ordered</source>
            <translation>سفارش داد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Other</source>
            <translation>دیگر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Promised</source>
            <translation>قول داد</translation>
        </message>
    </context>
    <context>
        <name>Interactions</name>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/columns.py" />
            <source>By</source>
            <translation>همکار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/page.py" />
            <source>Channel</source>
            <translation>راه ارتباط</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/columns.py" />
            <source>Customer</source>
            <translation>مشتری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/page.py" />
            <source>Edit</source>
            <translation>ویرایش</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/page.py" />
            <source>Every call, visit and message of a customer belongs here.</source>
            <translation>هر تماس، مراجعه و پیام مشتری اینجا می‌ماند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/columns.py" />
            <source>Follow-up</source>
            <translation>پیگیری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/page.py" />
            <source>Interactions</source>
            <translation>تماس‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/columns.py" />
            <source>Kind</source>
            <translation>نوع</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/columns.py" />
            <source>Length</source>
            <translation>مدت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/page.py" />
            <source>No interaction fits</source>
            <translation>تماسی با این مشخصات نیست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/page.py" />
            <source>No interactions yet</source>
            <translation>هنوز تماسی ثبت نشده است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/page.py" />
            <source>Not answered</source>
            <translation>بی‌پاسخ</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/page.py" />
            <source>Open the customer</source>
            <translation>باز کردن مشتری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/columns.py" />
            <source>Outcome</source>
            <translation>نتیجه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/page.py" />
            <source>Period</source>
            <translation>بازه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/columns.py" />
            <source>Phone</source>
            <translation>تلفن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/page.py" />
            <source>Record a call</source>
            <translation>ثبت تماس</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/page.py" />
            <source>Record another call</source>
            <translation>ثبت تماس دیگر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/page.py" />
            <source>Search the interactions</source>
            <translation>جست‌وجو در تماس‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/columns.py" />
            <source>Subject</source>
            <translation>موضوع</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/columns.py" />
            <source>Text</source>
            <translation>شرح</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/page.py" />
            <source>The interaction is in the bin.</source>
            <translation>تماس به سطل رفت.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/page.py" />
            <source>The interaction with {name}</source>
            <translation>تماس با {name}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/columns.py" />
            <source>Unknown</source>
            <translation>ناشناس</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/columns.py" />
            <source>When</source>
            <translation>زمان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/page.py" />
            <source>{count} interactions are in the bin.</source>
            <translation>{count} تماس به سطل رفت.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/interactions/columns.py" />
            <source>{day} {clock}</source>
            <translation>{day} {clock}</translation>
        </message>
    </context>
    <context>
        <name>Inviting</name>
        <message>
            <location filename="../ecrm_desktop/ui/inviting.py" />
            <source>A computer has come with the text for {name}. It shows four digits: are they these? Only then it is yours; until you agree it gets nothing.</source>
            <translation>رایانه‌ای با متن {name} آمده است و چهار رقم نشان می‌دهد. آیا همین‌هاست؟ فقط در این صورت رایانه‌ی خودتان است؛ تا نپذیرید چیزی نمی‌گیرد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/inviting.py" />
            <source>Copied.</source>
            <translation>کپی شد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/inviting.py" />
            <source>Copy the line</source>
            <translation>کپی کردن خط</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/inviting.py" />
            <source>Good until {time} and for one computer. Leave this open: once it has come, both show four digits, and it gets in when you have compared them here.</source>
            <translation>تا ساعت {time} و برای یک رایانه اعتبار دارد. این پنجره را باز بگذارید: وقتی آن رایانه آمد، هر دو چهار رقم نشان می‌دهند و پس از آنکه همین‌جا مقایسه کردید راه داده می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/inviting.py" />
            <source>Its name</source>
            <translation>نام آن رایانه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/inviting.py" />
            <source>Let another computer in</source>
            <translation>راه دادن رایانه‌ی دیگر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/inviting.py" />
            <source>Make the text</source>
            <translation>ساخت متن اتصال</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/inviting.py" />
            <source>On the other computer, choose “Other computers have my shop” at the first start, or the tab “Computers” in its settings, and paste this line. A telephone can read the code and send the line on.</source>
            <translation>در رایانه‌ی دیگر، هنگام اولین اجرا «فروشگاه من روی رایانه‌های دیگر است» را بزنید، یا در تنظیمات آن به «رایانه‌ها» بروید، و این خط را بچسبانید. گوشی هم می‌تواند کد را بخواند تا خط را برایتان بفرستد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/inviting.py" />
            <source>Pairing text</source>
            <translation>متن اتصال</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/inviting.py" />
            <source>Such as “till” or “office”; it can be changed later.</source>
            <translation>مثلاً «صندوق» یا «دفتر»؛ بعداً هم می‌شود عوضش کرد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/inviting.py" />
            <source>That computer was refused and got nothing. Somebody else may have this text: make another one, and give it to the right computer alone.</source>
            <translation>آن رایانه راه داده نشد و چیزی نگرفت. شاید کس دیگری این متن را دارد: متن دیگری بسازید و فقط به رایانه‌ی درست بدهید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/inviting.py" />
            <source>The other computer gets the whole shop and works on its own from then on. It joins with a text that is made here.</source>
            <translation>رایانه‌ی دیگر همه‌ی فروشگاه را می‌گیرد و از آن پس خودش کار می‌کند. با متنی که اینجا ساخته می‌شود می‌پیوندد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/inviting.py" />
            <source>The ten minutes are over and nobody came in. Make another text.</source>
            <translation>ده دقیقه گذشت و کسی وارد نشد. متن تازه‌ای بسازید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/inviting.py" />
            <source>The text as a QR code</source>
            <translation>متن اتصال به شکل کد QR</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/inviting.py" />
            <source>The text for {name}</source>
            <translation>متن اتصال برای {name}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/inviting.py" />
            <source>They are the same: let it in</source>
            <translation>یکی است؛ راهش بده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/inviting.py" />
            <source>They differ: refuse</source>
            <translation>یکی نیست؛ راهش نده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/inviting.py" />
            <source>{name} has come in; it fetches the shop now.</source>
            <translation>{name} وارد شد و حالا دارد فروشگاه را می‌گیرد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/inviting.py" />
            <source>{name} is let in; it comes now.</source>
            <translation>{name} راه داده شد و اکنون می‌آید.</translation>
        </message>
    </context>
    <context>
        <name>JalaliEdit</name>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/jalali_edit.py" />
            <source>Calendar</source>
            <translation>تقویم</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/jalali_edit.py" />
            <source>Calendar (Alt+↓)</source>
            <translation>تقویم (Alt+↓)</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/jalali_edit.py" />
            <source>Next time: {day}</source>
            <translation>سالگرد بعدی: {day}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/jalali_edit.py" />
            <source>e.g. {date}</source>
            <translation>مثلاً {date}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/jalali_edit.py" />
            <source>e.g. {date} or {day}</source>
            <translation>مثلاً {date} یا {day}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/jalali_edit.py" />
            <source>{weekday}, in {days} days</source>
            <translation>{weekday}، {days} روز دیگر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/jalali_edit.py" />
            <source>{weekday}, {days} days ago</source>
            <translation>{weekday}، {days} روز پیش</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/jalali_edit.py" />
            <source>{weekday}, {day}</source>
            <translation>{weekday}، {day}</translation>
        </message>
    </context>
    <context>
        <name>Joining</name>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/join_window.py" />
            <source>Back</source>
            <translation>بازگشت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/joining.py" />
            <source>Everything on this computer goes to the shop, too, also its {people} people who work here; nothing is removed. A backup is made first.</source>
            <translation>همهٔ اطلاعات این رایانه هم به فروشگاه می‌رود، از جمله {people} نفری که این‌جا کار می‌کنند؛ چیزی پاک نمی‌شود. پیش از آن پشتیبان گرفته می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/computers.py" />
            <source>Everything stays on this computer, and a backup is made first. The others go on together; shut this computer out there, too.</source>
            <translation>همه چیز روی این رایانه می‌ماند و پیش از آن پشتیبان گرفته می‌شود. بقیه با هم ادامه می‌دهند؛ این رایانه را آنجا هم کنار بگذارید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/computers.py" />
            <source>Go on alone</source>
            <translation>ادامه به تنهایی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/computers.py" />
            <source>How syncing goes</source>
            <translation>وضعیت همگام‌سازی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/joining.py" />
            <source>Join</source>
            <translation>پیوستن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/join_window.py" />
            <source>Join a shop</source>
            <translation>پیوستن به فروشگاه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/computers.py" />
            <source>Join the other computers of the shop</source>
            <translation>پیوستن به رایانه‌های دیگر فروشگاه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/joining.py" />
            <source>Joining</source>
            <translation>در حال پیوستن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/computers.py" />
            <source>Leave</source>
            <translation>جدا شو</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/computers.py" />
            <source>Leave the other computers?</source>
            <translation>از رایانه‌های دیگر جدا می‌شوید؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/computers.py" />
            <source>Leave the other computers…</source>
            <translation>جدا شدن از رایانه‌های دیگر…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/computers.py" />
            <source>Leaving</source>
            <translation>جدا شدن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/computers.py" />
            <source>Move to another server, or join once more</source>
            <translation>رفتن به سرور دیگر، یا پیوستن دوباره</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/joining.py" />
            <source>Nobody let this computer in for twenty minutes, so it waits no longer; nothing was sent or received. Ask whoever made the text for another one.</source>
            <translation>تا بیست دقیقه کسی به این رایانه اجازه‌ی ورود نداد، برای همین دیگر منتظر نمی‌ماند؛ چیزی فرستاده یا دریافت نشد. از کسی که متن را ساخته، یک متن تازه بخواهید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/computers.py" />
            <source>Not all of the shop has come to this computer yet, and the rest would not come any more. Let it sync to the end first (F5).</source>
            <translation>هنوز همهٔ فروشگاه به این رایانه نرسیده است و بقیه دیگر نمی‌آید. اول بگذارید همگام‌سازی تمام شود (F5).</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/joining.py" />
            <source>One long line, as whoever looks after the server gave it to you.</source>
            <translation>یک خط بلند که مسئول سرور به شما داده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/joining.py" />
            <source>Pairing text</source>
            <translation>متن اتصال</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/joining.py" />
            <source>People without a password are set inactive on the way.</source>
            <translation>کسانی که رمز ندارند غیرفعال می‌شوند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/joining.py" />
            <source>See what is there</source>
            <translation>بررسی متن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/joining.py" />
            <source>Stop waiting</source>
            <translation>دیگر منتظر نمان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/joining.py" />
            <source>The other computers stay where they are until each is joined once more with a text from there. Leave the old server running until then, and let them join soon: what they do meanwhile reaches this computer only then.</source>
            <translation>رایانه‌های دیگر همان‌جا که هستند می‌مانند تا هر یک با متنی از آنجا دوباره بپیوندد. سرور قبلی را تا آن زمان روشن بگذارید و زود این کار را بکنید: کار آن‌ها در این میان تازه آن وقت به این رایانه می‌رسد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/computers.py" />
            <source>The others sync with this computer: that ends, and each of them works alone until they join elsewhere.</source>
            <translation>رایانه‌های دیگر با همین رایانه همگام می‌شوند: این پایان می‌گیرد و هر یک تا پیوستن به جای دیگر تنها کار می‌کند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/computers.py" />
            <source>The shop can be on several computers. Each works on its own and sends what was done as soon as the shop's server is in reach.</source>
            <translation>فروشگاه می‌تواند روی چند رایانه باشد. هر کدام مستقل کار می‌کند و کارها را همین که سرور فروشگاه در دسترس باشد می‌فرستد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/joining.py" />
            <source>The shop of this computer goes to the server.</source>
            <translation>فروشگاه این رایانه به سرور می‌رود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/join_window.py" />
            <source>The whole shop comes to this computer, which then works on its own and syncs with the others.</source>
            <translation>همهٔ فروشگاه به این رایانه می‌آید؛ پس از آن مستقل کار می‌کند و با بقیه همگام می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/joining.py" />
            <source>There is nothing on this computer yet; the shop comes here.</source>
            <translation>این رایانه هنوز خالی است؛ فروشگاه به این‌جا می‌آید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/computers.py" />
            <source>This computer can leave the others. It keeps the whole shop, but hears nothing of the others any more, nor they of it.</source>
            <translation>این رایانه می‌تواند از بقیه جدا شود. همه‌ی فروشگاه روی آن می‌ماند، ولی دیگر از کار بقیه خبردار نمی‌شود و بقیه هم از کار آن.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/joining.py" />
            <source>This computer goes on at {where} with all it has, also with what waits.</source>
            <translation>این رایانه با همه‌ی آنچه دارد، و آنچه هنوز در انتظار فرستادن است، در {where} ادامه می‌دهد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/computers.py" />
            <source>This computer is in a shop on several computers.</source>
            <translation>این رایانه عضو فروشگاهی روی چند رایانه است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/joining.py" />
            <source>This computer is in this shop already; it goes on there.</source>
            <translation>این رایانه از پیش در همین فروشگاه است و ادامه می‌دهد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/joining.py" />
            <source>This computer will be called {name}.</source>
            <translation>نام این رایانه {name} خواهد بود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/computers.py" />
            <source>With a text from another server or hub this computer goes on there with all it has. A computer that was shut out joins with a new text.</source>
            <translation>با متنی از سرور یا هاب دیگر، این رایانه با همه‌ی آنچه دارد آنجا ادامه می‌دهد. رایانه‌ای که کنار گذاشته شده با متن تازه دوباره می‌پیوندد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/computers.py" />
            <source>{count} actions were not sent yet and stay on this computer alone. Sync first (F5) if the others are to have them.</source>
            <translation>{count} کار هنوز فرستاده نشده و فقط روی این رایانه می‌ماند. اگر بقیه هم باید داشته باشند، اول همگام کنید (F5).</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/joining.py" />
            <source>{shop}: {there} customers in the shop, {here} customers on this computer.</source>
            <translation>{shop}: {there} مشتری فروشگاه، {here} مشتری این رایانه.</translation>
        </message>
    </context>
    <context>
        <name>Keys</name>
        <message>
            <location filename="../ecrm_desktop/ui/shortcuts.py" />
            <source>Back and forward</source>
            <translation>صفحهٔ پیش و صفحهٔ بعد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/shortcuts.py" />
            <source>Close without saving</source>
            <translation>بستن بدون ثبت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/shortcuts.py" />
            <source>Edit what is open</source>
            <translation>ویرایش آنچه باز است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/shortcuts.py" />
            <source>Go on with an unfinished form</source>
            <translation>ادامهٔ فرم نیمه‌کاره</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/shortcuts.py" />
            <source>Go to a page of the sidebar</source>
            <translation>رفتن به یکی از صفحه‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/shortcuts.py" />
            <source>Keys of the keyboard</source>
            <translation>کلیدهای صفحه‌کلید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/shortcuts.py" />
            <source>Lock the window</source>
            <translation>قفل کردن پنجره</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/shortcuts.py" />
            <source>Move a complaint along its board</source>
            <translation>جابه‌جا کردن شکایت روی تابلو</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/shortcuts.py" />
            <source>Move to the bin</source>
            <translation>انداختن در سطل بازیافت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/shortcuts.py" />
            <source>New customer</source>
            <translation>مشتری تازه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/shortcuts.py" />
            <source>Open the row; in a form: go to the next field</source>
            <translation>باز کردن سطر؛ در فرم: رفتن به خانهٔ بعد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/shortcuts.py" />
            <source>Put a task off until tomorrow</source>
            <translation>عقب انداختن کار تا فردا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/shortcuts.py" />
            <source>Record a call</source>
            <translation>ثبت تماس</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/shortcuts.py" />
            <source>Record a purchase</source>
            <translation>ثبت خرید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/shortcuts.py" />
            <source>Save the form</source>
            <translation>ثبت فرم</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/shortcuts.py" />
            <source>Search anywhere</source>
            <translation>جست‌وجو در همه جا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/shortcuts.py" />
            <source>Search in the list of the page</source>
            <translation>جست‌وجو در فهرست همین صفحه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/shortcuts.py" />
            <source>Sync now</source>
            <translation>همگام‌سازی همین حالا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/shortcuts.py" />
            <source>This list</source>
            <translation>همین فهرست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/shortcuts.py" />
            <source>Tick a task as done</source>
            <translation>انجام شدن کار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/shortcuts.py" />
            <source>Undo the last deletion or merge</source>
            <translation>برگرداندن آخرین حذف یا ادغام</translation>
        </message>
    </context>
    <context>
        <name>Leaving</name>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/leaving.py" />
            <source>Close without this backup</source>
            <translation>بدون این پشتیبان ببند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/leaving.py" />
            <source>One moment: the last backup of today is being made</source>
            <translation>یک لحظه: آخرین پشتیبان امروز ساخته می‌شود</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/leaving.py" />
            <source>The program closes by itself as soon as it is checked. Everything you recorded is saved already.</source>
            <translation>برنامه پس از بررسی آن خودش بسته می‌شود. هرچه ثبت کرده‌اید ذخیره شده است.</translation>
        </message>
    </context>
    <context>
        <name>LeftOut</name>
        <message>
            <location filename="../ecrm_desktop/text/left_out.py" />
            <source>Rows that are no sales are left out, nothing is to be mended: {reasons}.</source>
            <translation>ردیف‌هایی که فروش نیستند کنار گذاشته می‌شوند و لازم نیست درست شوند: {reasons}.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>bought by the shop</source>
            <translation>خرید خود فروشگاه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>cancelled or failed</source>
            <translation>لغوشده یا ناموفق</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>in another currency</source>
            <translation>به ارز دیگر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/left_out.py" />
            <source>in another currency ({code})</source>
            <translation>به ارز دیگر ({code})</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>money received or paid</source>
            <translation>دریافت یا پرداخت پول</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>not paid</source>
            <translation>پرداخت‌نشده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>only reserved</source>
            <translation>فقط رزروشده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>proforma or draft</source>
            <translation>پیش‌فاکتور یا پیش‌نویس</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/left_out.py" />
            <source>{count} {reason}</source>
            <translation>{count} {reason}</translation>
        </message>
    </context>
    <context>
        <name>ListBar</name>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/list_bar.py" />
            <source>Show all again</source>
            <translation>نمایش دوبارهٔ همه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/list_bar.py" />
            <source>search: {words}</source>
            <translation>جست‌وجو: {words}</translation>
        </message>
    </context>
    <context>
        <name>ListCard</name>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/list_card.py" />
            <source>Show all</source>
            <translation>نمایش همه</translation>
        </message>
    </context>
    <context>
        <name>ListEdit</name>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/list_edit.py" />
            <source>Add another</source>
            <translation>افزودن یکی دیگر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/list_edit.py" />
            <source>Remove</source>
            <translation>حذف</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/list_edit.py" />
            <source>Remove (Alt+Delete)</source>
            <translation>حذف (Alt+Delete)</translation>
        </message>
    </context>
    <context>
        <name>ListPage</name>
        <message>
            <location filename="../ecrm_desktop/ui/list_page.py" />
            <source>Bring in from a file</source>
            <translation>از فایل وارد کنید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/list_page.py" />
            <source>Delete</source>
            <translation>حذف</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/list_page.py" />
            <source>Export</source>
            <translation>خروجی</translation>
        </message>
    </context>
    <context>
        <name>Lock</name>
        <message>
            <location filename="../ecrm_desktop/shell/session_lock.py" />
            <source>Without a password there is nothing to lock with. Set one in the settings, under “People”.</source>
            <translation>بدون رمز نمی‌شود قفل کرد. از تنظیمات، بخش «همکاران»، برای خود رمز بگذارید.</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <location filename="../ecrm_desktop/shell/shop_window.py" />
            <source>For reading only: nothing can be written to {path}.</source>
            <translation>فقط برای خواندن: در {path} نمی‌شود نوشت.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/main_window.py" />
            <source>New customer</source>
            <translation>مشتری تازه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/main_window.py" />
            <source>Record call</source>
            <translation>ثبت تماس</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/main_window.py" />
            <source>Record purchase</source>
            <translation>ثبت خرید</translation>
        </message>
    </context>
    <context>
        <name>Merge</name>
        <message>
            <location filename="../ecrm_desktop/ui/customers/merge_table.py" />
            <source>Both say the same everywhere; nothing has to be chosen.</source>
            <translation>مشخصات هر دو یکی است؛ چیزی برای انتخاب نیست.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/merge.py" />
            <source>Merge</source>
            <translation>یکی کردن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/merge.py" />
            <source>Merge two customers</source>
            <translation>یکی کردن دو مشتری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/merge.py" />
            <source>Name, phone or code of the other customer</source>
            <translation>نام، تلفن یا کد مشتری دیگر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/merge.py" />
            <source>Phones and tags of “{merged}” go to “{kept}”. It can be undone.</source>
            <translation>تلفن‌ها و برچسب‌های «{merged}» به «{kept}» داده می‌شود. می‌توانید برگردانید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/merge.py" />
            <source>Phones, tags and {records} of “{merged}” go to “{kept}”. It can be undone.</source>
            <translation>تلفن‌ها، برچسب‌ها و {records} از «{merged}» به «{kept}» داده می‌شود. می‌توانید برگردانید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/merge.py" />
            <source>Swap</source>
            <translation>جابه‌جایی دو طرف</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/merge.py" />
            <source>The other customer</source>
            <translation>مشتری دیگر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/merge.py" />
            <source>The two customers are apart again.</source>
            <translation>دو مشتری دوباره از هم جدا شدند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/merge.py" />
            <source>The two customers are one now.</source>
            <translation>این دو مشتری یکی شدند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/merge.py" />
            <source>Where one of them refused adverts, the refusal stays unless a later agreement is proven.</source>
            <translation>هر جا یکی از آن دو تبلیغ را نخواسته باشد، همان می‌ماند؛ مگر موافقتی دیرتر و با سند باشد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/merge.py" />
            <source>Who is the same person? Both are compared before anything changes.</source>
            <translation>کدام مشتری همین شخص است؟ پیش از هر تغییری، هر دو را کنار هم می‌بینید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/merge_table.py" />
            <source>both together</source>
            <translation>هر دو با هم</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/merge.py" />
            <source>calls: {count}</source>
            <translation>{count} تماس</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/merge.py" />
            <source>complaints: {count}</source>
            <translation>{count} شکایت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/merge_table.py" />
            <source>goes to the bin</source>
            <translation>به سطل بازیافت می‌رود</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/merge_table.py" />
            <source>nothing</source>
            <translation>خالی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/merge.py" />
            <source>purchases: {count}</source>
            <translation>{count} خرید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/merge_table.py" />
            <source>stays</source>
            <translation>می‌ماند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/merge.py" />
            <source>tasks: {count}</source>
            <translation>{count} کار</translation>
        </message>
    </context>
    <context>
        <name>MergeProposals</name>
        <message>
            <location filename="../ecrm_desktop/ui/customers/merge_proposals_sheet.py" />
            <source>Compare and merge</source>
            <translation>مقایسه و ادغام</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/merge_proposals_sheet.py" />
            <source>Customers with one national ID, or with one phone or e-mail address and names that are alike, would stand here.</source>
            <translation>مشتری‌هایی که کد ملی یکسان دارند، یا تلفن یا ایمیل یکسان و نام‌های شبیه هم، این‌جا می‌آیند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/merge_proposals_sheet.py" />
            <source>In common</source>
            <translation>مشترک</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/merge_proposals_sheet.py" />
            <source>Is joined</source>
            <translation>ادغام می‌شود</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/merge_proposals_sheet.py" />
            <source>Is this one person?</source>
            <translation>آیا این‌ها یک نفرند؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/merge_proposals_sheet.py" />
            <source>Merge these {count} pairs</source>
            <translation>ادغام این {count} جفت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/merge_proposals_sheet.py" />
            <source>National ID {text}</source>
            <translation>کد ملی {text}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/merge_proposals_sheet.py" />
            <source>Nobody seems to be here twice</source>
            <translation>کسی دو بار ثبت نشده است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/merge_proposals_sheet.py" />
            <source>Pairs of customers</source>
            <translation>جفت‌های مشتری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/merge_proposals_sheet.py" />
            <source>Purchases</source>
            <translation>خریدها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/merge_proposals_sheet.py" />
            <source>Stays</source>
            <translation>می‌ماند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/merge_proposals_sheet.py" />
            <source>The customers are apart again.</source>
            <translation>مشتری‌ها دوباره از هم جدا شدند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/merge_proposals_sheet.py" />
            <source>There are more: they follow.</source>
            <translation>باز هم هست؛ بعد از این‌ها می‌آیند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/merge_proposals_sheet.py" />
            <source>They are two</source>
            <translation>دو نفرند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/merge_proposals_sheet.py" />
            <source>They stay two; nobody is asked about them again.</source>
            <translation>دو نفر می‌مانند و دیگر پرسیده نمی‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/merge_proposals_sheet.py" />
            <source>You will be asked about them again.</source>
            <translation>دوباره درباره‌شان پرسیده می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/merge_proposals_sheet.py" />
            <source>{count} customers were joined.</source>
            <translation>{count} مشتری ادغام شدند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/customers/merge_proposals_sheet.py" />
            <source>{count} pairs, the surest first. What is joined can be parted again. A number that more than {most} customers have is not counted as one of a person.</source>
            <translation>{count} جفت، مطمئن‌ترین‌ها اول. هر ادغام را می‌توان برگرداند. شماره‌ای که بیش از {most} مشتری دارند، شمارهٔ یک نفر به حساب نمی‌آید.</translation>
        </message>
    </context>
    <context>
        <name>Messages</name>
        <message>
            <location filename="../ecrm_desktop/ui/messages.py" />
            <source>Cancel</source>
            <translation>انصراف</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/messages.py" />
            <source>Close</source>
            <translation>بستن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/messages.py" />
            <source>There is nothing to undo.</source>
            <translation>چیزی برای برگرداندن نیست.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/messages.py" />
            <source>Undo</source>
            <translation>برگرداندن</translation>
        </message>
    </context>
    <context>
        <name>MoneyUnit</name>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Rial</source>
            <translation>ریال</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>The currency's own unit</source>
            <translation>واحد خود ارز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Toman</source>
            <translation>تومان</translation>
        </message>
    </context>
    <context>
        <name>NewForm</name>
        <message>
            <location filename="../ecrm_desktop/shell/maintenance.py" />
            <source>A backup of it is made and checked first. Whatever happens meanwhile, the shop is not lost.</source>
            <translation>پیش از آن از فایل پشتیبان گرفته و بررسی می‌شود. در این میان هر چه پیش بیاید، فروشگاه از دست نمی‌رود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/maintenance.py" />
            <source>The shop's file is being made ready for this version…</source>
            <translation>فایل فروشگاه برای این نسخهٔ برنامه آماده می‌شود…</translation>
        </message>
    </context>
    <context>
        <name>Package</name>
        <message>
            <location filename="../ecrm_desktop/archive/writing.py" />
            <source>All the data of a shop, taken out of ECRM.

Each .csv file is a table; its first line names the columns, and format.json says how many rows there are and what each column holds. The files are UTF-8 and open in Excel.
Records name each other by their id: the column customer_id of purchases.csv is the column id of customers.csv.
Dates are year-month-day in the Gregorian calendar; times are UTC. Amounts are in the smallest unit of the shop's currency, such as rials, and quantities in thousandths: 1500 is one and a half. Yes is 1, and no is 0.
Text that begins with = + - @ or an apostrophe has an apostrophe put before it, because Excel would take it for a formula.
A record with deleted_at is in the bin. Passwords are not in here.

ECRM brings all of this back into an empty database: open it, and choose “Bring in a package” instead of beginning a new shop.
</source>
            <translation>همهٔ داده‌های یک فروشگاه که از ECRM بیرون آورده شده است.

هر فایل csv یک جدول است؛ سطر نخست آن نام ستون‌هاست و format.json می‌گوید هر جدول چند سطر دارد و در هر ستون چیست. فایل‌ها UTF-8 هستند و در اکسل باز می‌شوند.
رکوردها با شناسه به هم اشاره می‌کنند: ستون customer_id در purchases.csv همان ستون id در customers.csv است.
تاریخ‌ها میلادی و به ترتیب سال-ماه-روز است و ساعت‌ها UTC. مبلغ‌ها به کوچک‌ترین واحد پول فروشگاه است، مثلاً ریال، و مقدارها به هزارم: 1500 یعنی یک و نیم. بله 1 است و نه 0.
متنی که با = + - @ یا آپاستروف شروع شود، یک آپاستروف پیش از خود دارد، چون اکسل آن را فرمول می‌پندارد.
رکوردی که deleted_at دارد در سطل است. رمز‌ها این‌جا نیستند.

ECRM همهٔ این‌ها را در یک پایگاه خالی باز می‌گرداند: برنامه را باز کنید و به‌جای شروع فروشگاه تازه، «بسته را وارد کنید» را بزنید.
</translation>
        </message>
    </context>
    <context>
        <name>Password</name>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/password_edit.py" />
            <source>Hide</source>
            <translation>پنهان شود</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/password_edit.py" />
            <source>Show</source>
            <translation>دیده شود</translation>
        </message>
    </context>
    <context>
        <name>PasswordReset</name>
        <message>
            <location filename="../ecrm_desktop/text/reset_texts.py" />
            <source>Somebody asked to reset the password of {name}. It takes effect after {days} more days on which the program is started. Whoever has a password can stop it, in the settings under “People”.</source>
            <translation>کسی خواسته است رمز {name} برداشته شود. پس از {days} روز دیگر که برنامه باز شود انجام می‌شود. هر کس رمز دارد می‌تواند در تنظیمات، بخش «همکاران»، جلویش را بگیرد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/reset_texts.py" />
            <source>Then ask for a reset: after {days} more days on which the program is started, your password is removed. Until then every start says so to everybody, and whoever has a password can stop it.</source>
            <translation>پس درخواست برداشتن رمز بدهید: پس از {days} روز دیگر که برنامه باز شود، رمزتان برداشته می‌شود. تا آن روز هر بار باز شدن برنامه این را به همه می‌گوید و هر کس رمز دارد می‌تواند جلویش را بگیرد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/shop_window.py" />
            <source>To the settings</source>
            <translation>رفتن به تنظیمات</translation>
        </message>
    </context>
    <context>
        <name>PasswordSheet</name>
        <message>
            <location filename="../ecrm_desktop/ui/settings/password_sheet.py" />
            <source>A password for me</source>
            <translation>رمز برای من</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/password_sheet.py" />
            <source>A password for {name}</source>
            <translation>رمز برای {name}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/password_sheet.py" />
            <source>Change my password</source>
            <translation>عوض کردن رمز من</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/password_sheet.py" />
            <source>Four or more; Persian and Latin digits are the same.</source>
            <translation>چهار رقم یا بیشتر؛ رقم فارسی و انگلیسی یکی است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/password_sheet.py" />
            <source>New one</source>
            <translation>رمز تازه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/password_sheet.py" />
            <source>Once more</source>
            <translation>دوباره</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/password_sheet.py" />
            <source>Present one</source>
            <translation>رمز کنونی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/password_sheet.py" />
            <source>Remove</source>
            <translation>برداشتن رمز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/password_sheet.py" />
            <source>Remove my password</source>
            <translation>برداشتن رمز من</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/password_sheet.py" />
            <source>Remove the present one</source>
            <translation>برداشتن رمز کنونی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/password_sheet.py" />
            <source>Tell it to {name}, who can then change it.</source>
            <translation>رمز را به {name} بگویید؛ بعد خودش می‌تواند عوضش کند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/password_sheet.py" />
            <source>The password counts from now on.</source>
            <translation>رمز تازه از همین حالا به کار می‌رود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/password_sheet.py" />
            <source>The password was removed.</source>
            <translation>رمز برداشته شد.</translation>
        </message>
    </context>
    <context>
        <name>PaymentMethod</name>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Card</source>
            <translation>کارت‌خوان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Card to card</source>
            <translation>کارت به کارت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Cash</source>
            <translation>نقد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Cheque</source>
            <translation>چک</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Instalments</source>
            <translation>قسطی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>On account</source>
            <translation>نسیه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Online</source>
            <translation>درگاه اینترنتی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Other</source>
            <translation>دیگر</translation>
        </message>
    </context>
    <context>
        <name>Period</name>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/period_button.py" />
            <source>All time</source>
            <translation>همهٔ زمان‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/period_chip.py" />
            <source>Last 12 months</source>
            <translation>۱۲ ماه گذشته</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/period_chip.py" />
            <source>Last 30 days</source>
            <translation>۳۰ روز گذشته</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/period_chip.py" />
            <source>Last month</source>
            <translation>ماه گذشته</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/period_chip.py" />
            <source>Last season</source>
            <translation>فصل گذشته</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/period_chip.py" />
            <source>Last year</source>
            <translation>پارسال</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/period_button.py" />
            <source>Period: {period}</source>
            <translation>دوره: {period}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/period_button.py" />
            <source>These days</source>
            <translation>این روزها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/period_chip.py" />
            <source>This month</source>
            <translation>این ماه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/period_chip.py" />
            <source>This season</source>
            <translation>این فصل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/period_chip.py" />
            <source>This week</source>
            <translation>این هفته</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/period_chip.py" />
            <source>This year</source>
            <translation>امسال</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/period_chip.py" />
            <source>Today</source>
            <translation>امروز</translation>
        </message>
    </context>
    <context>
        <name>PhoneLabel</name>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Fax</source>
            <translation>نمابر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Home</source>
            <translation>خانه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Mobile</source>
            <translation>همراه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Other</source>
            <translation>دیگر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Work</source>
            <translation>محل کار</translation>
        </message>
    </context>
    <context>
        <name>Phrase</name>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/phrase_edit.py" />
            <source>Group {number}</source>
            <translation>گروه {number}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/phrase_view.py" />
            <source>Print the sheet…</source>
            <translation>چاپ برگه…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/phrase_view.py" />
            <source>Save it as PDF…</source>
            <translation>ذخیره به‌صورت PDF…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/phrase_sheet.py" />
            <source>Whoever has this and a copy of the file can read everything. Let nobody look over your shoulder.</source>
            <translation>هر کس این عبارت و نسخه‌ای از فایل را داشته باشد همه‌چیز را می‌خواند. نگذارید کسی از پشت سر نگاه کند.</translation>
        </message>
    </context>
    <context>
        <name>PhraseNeeded</name>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/phrase_needed.py" />
            <source>Open the shop</source>
            <translation>باز کردن فروشگاه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/phrase_needed.py" />
            <source>The sheet bears the key {key}.</source>
            <translation>روی آن برگه کلید {key} نوشته شده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/phrase_needed.py" />
            <source>This shop's file is encrypted, and this computer does not have its key. Its phrase is on the sheet that was printed when encryption was turned on. Nothing else opens the file.</source>
            <translation>فایل این فروشگاه رمزگذاری شده و کلیدش روی این رایانه نیست. عبارت بازیابی روی برگه‌ای است که هنگام روشن کردن رمزگذاری چاپ شد. فایل با هیچ چیز دیگری باز نمی‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/phrase_needed.py" />
            <source>Type the recovery phrase</source>
            <translation>عبارت بازیابی را بنویسید</translation>
        </message>
    </context>
    <context>
        <name>Printing</name>
        <message>
            <location filename="../ecrm_desktop/ui/printing.py" />
            <source>Close</source>
            <translation>بستن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/printing.py" />
            <source>Larger</source>
            <translation>بزرگ‌تر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/printing.py" />
            <source>Page {page} of {total}</source>
            <translation>صفحهٔ {page} از {total}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/printing.py" />
            <source>Pages</source>
            <translation>صفحه‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/printing.py" />
            <source>Print</source>
            <translation>چاپ</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/printing.py" />
            <source>Smaller</source>
            <translation>کوچک‌تر</translation>
        </message>
    </context>
    <context>
        <name>Privacy</name>
        <message>
            <location filename="../ecrm_desktop/ui/settings/privacy.py" />
            <source>Encrypt the shop…</source>
            <translation>رمزگذاری فروشگاه…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/privacy.py" />
            <source>Encryption of this shop</source>
            <translation>رمزگذاری این فروشگاه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/privacy.py" />
            <source>Off</source>
            <translation>خاموش</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/privacy.py" />
            <source>On</source>
            <translation>روشن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/privacy.py" />
            <source>On this computer they open by themselves: its keyring has the key.</source>
            <translation>روی این رایانه خودشان باز می‌شوند، چون کلید در جاکلیدی آن است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/privacy.py" />
            <source>Recovery phrase…</source>
            <translation>عبارت بازیابی…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/privacy.py" />
            <source>The key is not in this computer's keyring.</source>
            <translation>کلید در جاکلیدی این رایانه نیست.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/privacy.py" />
            <source>The people of the sample shop are invented; there is nothing to hide.</source>
            <translation>آدم‌های فروشگاه نمونه ساختگی‌اند و چیزی برای پنهان کردن نیست.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/privacy.py" />
            <source>The phrase is asked for at each start.</source>
            <translation>عبارت بازیابی در هر بار باز شدن برنامه پرسیده می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/privacy.py" />
            <source>The sheet with the recovery phrase bears the key {key}.</source>
            <translation>روی برگهٔ عبارت بازیابی کلید {key} نوشته شده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/maintenance.py" />
            <source>The shop is encrypted now.</source>
            <translation>فروشگاه رمزگذاری شد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/maintenance.py" />
            <source>The shop is not encrypted any more.</source>
            <translation>فروشگاه دیگر رمزگذاری‌شده نیست.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/privacy.py" />
            <source>The shop's file can then be read by whoever gets it. Backups made until now stay encrypted: keep the sheet.</source>
            <translation>از آن پس هر کس به فایل فروشگاه دست پیدا کند می‌تواند آن را بخواند. پشتیبان‌هایی که تا امروز گرفته شده رمزگذاری‌شده می‌مانند؛ برگه را نگه دارید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/privacy.py" />
            <source>The shop's file, its backups and what you are typing are encrypted on the disk.</source>
            <translation>فایل فروشگاه، پشتیبان‌هایش و آنچه در حال نوشتنش هستید روی دیسک رمزگذاری شده‌اند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/privacy.py" />
            <source>This computer has no keyring for the key.</source>
            <translation>این رایانه جایی امن برای نگه‌داشتن کلید ندارد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/privacy.py" />
            <source>Turn encryption off?</source>
            <translation>رمزگذاری خاموش شود؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/privacy.py" />
            <source>Turn encryption off…</source>
            <translation>خاموش کردن رمزگذاری…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/privacy.py" />
            <source>Turn off</source>
            <translation>خاموش شود</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/privacy.py" />
            <source>Whoever gets hold of this computer, its disk or a backup can read your customers today. Encrypted, they read nothing.</source>
            <translation>امروز هر کس به این رایانه، دیسک آن یا یک پشتیبان دست پیدا کند می‌تواند اطلاعات مشتریان شما را بخواند. با رمزگذاری چیزی نمی‌تواند بخواند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/privacy.py" />
            <source>You get a recovery phrase on paper. Without it, and without this computer, the shop is lost for everybody, you included. The backups that this program knows of are encrypted too.</source>
            <translation>یک عبارت بازیابی روی کاغذ می‌گیرید. اگر نه آن برگه باشد و نه این رایانه، فروشگاه برای همه از دست می‌رود، برای خود شما هم. پشتیبان‌هایی که این برنامه می‌شناسد نیز رمزگذاری می‌شوند.</translation>
        </message>
    </context>
    <context>
        <name>ProductFields</name>
        <message>
            <location filename="../ecrm_desktop/fields/products.py" />
            <source>Barcode</source>
            <translation>بارکد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/products.py" />
            <source>Brand</source>
            <translation>برند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/products.py" />
            <source>Code</source>
            <translation>کد کالا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/products.py" />
            <source>For sale</source>
            <translation>در حال فروش</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/products.py" />
            <source>Name</source>
            <translation>نام کالا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/products.py" />
            <source>Price</source>
            <translation>قیمت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/products.py" />
            <source>Unit</source>
            <translation>واحد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/products.py" />
            <source>Unit of quantity</source>
            <translation>واحد شمارش</translation>
        </message>
    </context>
    <context>
        <name>ProductForm</name>
        <message>
            <location filename="../ecrm_desktop/ui/products/form.py" />
            <source>Came back</source>
            <translation>برگشتی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/unfinished_forms.py" />
            <source>Change a product</source>
            <translation>ویرایش کالا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/products/form.py" />
            <source>For sale: offered in purchases</source>
            <translation>فعال: در ثبت خرید پیشنهاد می‌شود</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/products/form.py" />
            <source>Last sold</source>
            <translation>آخرین فروش</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/unfinished_forms.py" />
            <source>New product</source>
            <translation>کالای تازه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/products/form.py" />
            <source>Purchases</source>
            <translation>تعداد خرید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/products/form.py" />
            <source>Revenue</source>
            <translation>جمع فروش</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/products/form.py" />
            <source>Scan it here, or leave it empty.</source>
            <translation>بارکد را همین‌جا اسکن کنید یا خالی بگذارید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/products/form.py" />
            <source>Sold</source>
            <translation>فروش خالص</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/products/form.py" />
            <source>State</source>
            <translation>وضعیت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/products/form.py" />
            <source>The product is saved.</source>
            <translation>کالا ثبت شد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/products/form.py" />
            <source>Until now</source>
            <translation>تا امروز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/products/form.py" />
            <source>never</source>
            <translation>هرگز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/products/form.py" />
            <source>such as piece, kilo, metre</source>
            <translation>مانند عدد، کیلو، متر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/products/form.py" />
            <source>your own short code</source>
            <translation>کد کوتاه خودتان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/products/form.py" />
            <source>{quantity} {unit}</source>
            <translation>‏{quantity} {unit}</translation>
        </message>
    </context>
    <context>
        <name>Products</name>
        <message>
            <location filename="../ecrm_desktop/ui/products/quick_add.py" />
            <source>Add</source>
            <translation>افزودن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/products/quick_add.py" />
            <source>Barcode</source>
            <translation>بارکد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/products/page.py" />
            <source>Brand</source>
            <translation>برند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/products/page.py" />
            <source>Category</source>
            <translation>دسته</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/products/page.py" />
            <source>Do not sell any more</source>
            <translation>غیرفعال شود</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/products/page.py" />
            <source>Edit</source>
            <translation>ویرایش</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/products/columns.py" />
            <source>For sale</source>
            <translation>فعال</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/products/page.py" />
            <source>For sale again.</source>
            <translation>کالا فعال شد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/products/quick_add.py" />
            <source>Name of a new product</source>
            <translation>نام کالای تازه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/products/page.py" />
            <source>Name, code or barcode</source>
            <translation>نام، کد یا بارکد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/products/page.py" />
            <source>New product</source>
            <translation>کالای تازه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/products/page.py" />
            <source>No product fits</source>
            <translation>کالایی با این مشخصات نیست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/products/page.py" />
            <source>No products yet</source>
            <translation>هنوز کالایی ثبت نشده است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/products/columns.py" />
            <source>Not sold</source>
            <translation>غیرفعال</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/products/page.py" />
            <source>Not sold any more; what was sold of it stays.</source>
            <translation>کالا غیرفعال شد؛ فروش‌های پیشین سر جای خود می‌ماند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/products/quick_add.py" />
            <source>Price</source>
            <translation>قیمت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/products/columns.py" />
            <source>Price ({unit})</source>
            <translation>قیمت ({unit})</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/products/page.py" />
            <source>Products</source>
            <translation>کالاها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/products/page.py" />
            <source>Sell again</source>
            <translation>فعال شود</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/products/columns.py" />
            <source>Sold</source>
            <translation>فروش</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/products/columns.py" />
            <source>State</source>
            <translation>وضعیت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/products/page.py" />
            <source>The product is in the bin.</source>
            <translation>کالا به سطل بازیافت رفت.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/products/page.py" />
            <source>With products and their barcodes, a purchase is recorded by scanner.</source>
            <translation>با ثبت کالاها و بارکدشان، خرید را با بارکدخوان ثبت می‌کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/products/page.py" />
            <source>{count} products are in the bin.</source>
            <translation>{count} کالا به سطل بازیافت رفت.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/products/page.py" />
            <source>“{name}”</source>
            <translation>«{name}»</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/products/quick_add.py" />
            <source>“{name}” is added.</source>
            <translation>«{name}» افزوده شد.</translation>
        </message>
    </context>
    <context>
        <name>Progress</name>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/progress.py" />
            <source>Cancel</source>
            <translation>انصراف</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/progress.py" />
            <source>{done} of {total}</source>
            <translation>{done} از {total}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/progress.py" />
            <source>{done} of {total}; about {seconds} s left</source>
            <translation>{done} از {total}؛ حدود {seconds} ثانیه مانده</translation>
        </message>
    </context>
    <context>
        <name>ProveSheet</name>
        <message>
            <location filename="../ecrm_desktop/ui/settings/prove_sheet.py" />
            <source>Continue</source>
            <translation>ادامه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/prove_sheet.py" />
            <source>Is it you?</source>
            <translation>خودتان هستید؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/prove_sheet.py" />
            <source>Your password</source>
            <translation>رمز شما</translation>
        </message>
    </context>
    <context>
        <name>PurchaseChannel</name>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>In store</source>
            <translation>حضوری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Instagram</source>
            <translation>اینستاگرام</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Other</source>
            <translation>دیگر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Phone</source>
            <translation>تلفنی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Telegram</source>
            <translation>تلگرام</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Website</source>
            <translation>وب‌سایت</translation>
        </message>
    </context>
    <context>
        <name>PurchaseFields</name>
        <message>
            <location filename="../ecrm_desktop/fields/purchases.py" />
            <source>Channel</source>
            <translation>محل خرید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/purchases.py" />
            <source>Given back</source>
            <translation>مبلغ برگشتی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/purchases.py" />
            <source>Payment</source>
            <translation>پرداخت با</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/purchases.py" />
            <source>Purchase's line</source>
            <translation>قلم خرید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/purchases.py" />
            <source>Reason</source>
            <translation>علت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/purchases.py" />
            <source>Return</source>
            <translation>برگشت کالا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/purchases.py" />
            <source>Return's line</source>
            <translation>قلم برگشتی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/purchases.py" />
            <source>Seller</source>
            <translation>فروشنده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/purchases.py" />
            <source>Shipping</source>
            <translation>هزینهٔ ارسال</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/purchases.py" />
            <source>Tax</source>
            <translation>مالیات</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/purchases.py" />
            <source>Title</source>
            <translation>عنوان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/purchases.py" />
            <source>Unit price</source>
            <translation>قیمت واحد</translation>
        </message>
    </context>
    <context>
        <name>PurchaseForm</name>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/lines_note.py" />
            <source>Add it to the products</source>
            <translation>افزودن به کالاها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/product_line.py" />
            <source>As free text, without a product of the list</source>
            <translation>متن آزاد، بدون کالای فهرست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/unfinished_forms.py" />
            <source>Change a purchase</source>
            <translation>ویرایش خرید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/fields.py" />
            <source>Channel</source>
            <translation>محل خرید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/fields.py" />
            <source>Customer</source>
            <translation>مشتری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/fields.py" />
            <source>Date</source>
            <translation>تاریخ</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/fields.py" />
            <source>Discount</source>
            <translation>تخفیف</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/lines_edit.py" />
            <source>Item</source>
            <translation>کالا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/sum_panel.py" />
            <source>Last purchase</source>
            <translation>آخرین خرید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/product_line.py" />
            <source>No product has the code “{code}”.</source>
            <translation>کالایی با کد «{code}» در فهرست نیست.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/fields.py" />
            <source>Nobody found for “{text}”. Press Enter to add a new customer.</source>
            <translation>کسی با «{text}» پیدا نشد. برای افزودن مشتری تازه Enter را بزنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/fields.py" />
            <source>Note</source>
            <translation>یادداشت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/lines_edit.py" />
            <source>Nothing yet: scan the first item, or type its name above.</source>
            <translation>هنوز کالایی نیست؛ اولین بارکد را اسکن کنید یا نام کالا را بالا بنویسید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/fields.py" />
            <source>Number</source>
            <translation>شماره</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/sum_panel.py" />
            <source>Open complaint: “{subject}”</source>
            <translation>شکایت باز: «{subject}»</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/fields.py" />
            <source>Paid by</source>
            <translation>پرداخت با</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/lines_edit.py" />
            <source>Press Enter to add “{text}”, or clear it.</source>
            <translation>برای افزودن «{text}» دکمهٔ Enter را بزنید، یا آن را پاک کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/product_line.py" />
            <source>Product or barcode</source>
            <translation>کالا یا بارکد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/line_row.py" />
            <source>Quantity</source>
            <translation>تعداد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/unfinished_forms.py" />
            <source>Record a purchase</source>
            <translation>ثبت خرید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/line_row.py" />
            <source>Remove this line (Ctrl+Delete)</source>
            <translation>حذف این ردیف (Ctrl+Delete)</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/product_line.py" />
            <source>Scan a barcode, or type a product's name</source>
            <translation>بارکد را اسکن کنید یا نام کالا را بنویسید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/fields.py" />
            <source>Seller</source>
            <translation>فروشنده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/fields.py" />
            <source>Shipping</source>
            <translation>هزینهٔ ارسال</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/lines_edit.py" />
            <source>Sum ({unit})</source>
            <translation>جمع ({unit})</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/sum_panel.py" />
            <source>Sum of lines</source>
            <translation>جمع ردیف‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/fields.py" />
            <source>Tax</source>
            <translation>مالیات</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/form.py" />
            <source>The purchase is saved: {total}.</source>
            <translation>خرید ثبت شد: {total}.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/sum_panel.py" />
            <source>This is their first purchase.</source>
            <translation>این اولین خرید اوست.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/line_row.py" />
            <source>Title</source>
            <translation>شرح</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/sum_panel.py" />
            <source>To pay</source>
            <translation>مبلغ قابل پرداخت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/line_row.py" />
            <source>Unit price</source>
            <translation>قیمت واحد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/fields.py" />
            <source>the next one</source>
            <translation>خودکار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/sum_panel.py" />
            <source>{date} · {total}</source>
            <translation>‏{date} · {total}</translation>
        </message>
    </context>
    <context>
        <name>Purchases</name>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/columns.py" />
            <source>Channel</source>
            <translation>محل خرید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/columns.py" />
            <source>Customer</source>
            <translation>مشتری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/columns.py" />
            <source>Date</source>
            <translation>تاریخ</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/card.py" />
            <source>Delete this purchase</source>
            <translation>حذف این خرید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/card.py" />
            <source>Delete this return</source>
            <translation>حذف این برگشتی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/card.py" />
            <source>Discount</source>
            <translation>تخفیف</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/card.py" />
            <source>Edit</source>
            <translation>ویرایش</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/filters.py" />
            <source>From</source>
            <translation>از</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/filters.py" />
            <source>From … to …</source>
            <translation>از … تا …</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/card.py" />
            <source>Given back</source>
            <translation>برگشتی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/columns.py" />
            <source>Items</source>
            <translation>کالاها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/card.py" />
            <source>Its lines, sums and returns are shown here.</source>
            <translation>ردیف‌ها، جمع و برگشتی‌های خرید اینجا دیده می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/card.py" />
            <source>Lines and sums</source>
            <translation>ردیف‌ها و جمع‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/card.py" />
            <source>No purchase chosen</source>
            <translation>خریدی انتخاب نشده است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/page.py" />
            <source>No purchase fits</source>
            <translation>خریدی با این مشخصات نیست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/page.py" />
            <source>No purchases yet</source>
            <translation>هنوز خریدی ثبت نشده است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/card.py" />
            <source>Note</source>
            <translation>یادداشت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/columns.py" />
            <source>Number</source>
            <translation>شماره</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/page.py" />
            <source>Number or customer</source>
            <translation>شمارهٔ خرید یا مشتری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/card.py" />
            <source>Open the customer</source>
            <translation>باز کردن پروندهٔ مشتری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/texts.py" />
            <source>Passing customer</source>
            <translation>مشتری گذری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/columns.py" />
            <source>Payment</source>
            <translation>پرداخت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/page.py" />
            <source>Perhaps it is from another time.</source>
            <translation>شاید مربوط به زمان دیگری باشد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/filters.py" />
            <source>Period</source>
            <translation>دوره</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/card.py" />
            <source>Purchase {number}</source>
            <translation>خرید {number}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/page.py" />
            <source>Purchases</source>
            <translation>خریدها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/page.py" />
            <source>Record a purchase</source>
            <translation>ثبت خرید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/card.py" />
            <source>Remains</source>
            <translation>مانده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/card.py" />
            <source>Return</source>
            <translation>برگشتی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/card.py" />
            <source>Return goods</source>
            <translation>برگشت کالا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/columns.py" />
            <source>Returned</source>
            <translation>برگشتی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/columns.py" />
            <source>Seller</source>
            <translation>فروشنده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/card.py" />
            <source>Shipping</source>
            <translation>هزینهٔ ارسال</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/card.py" />
            <source>Sum of lines</source>
            <translation>جمع ردیف‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/page.py" />
            <source>Sum: {total}</source>
            <translation>جمع: {total}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/page.py" />
            <source>Sum: {total} · given back: {returned} · net: {net}</source>
            <translation>جمع: {total} · برگشتی: {returned} · خالص: {net}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/card.py" />
            <source>Tax</source>
            <translation>مالیات</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/page.py" />
            <source>The purchase is in the bin.</source>
            <translation>خرید به سطل بازیافت رفت.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/page.py" />
            <source>The purchase of {name}</source>
            <translation>خرید {name}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/page.py" />
            <source>The return is in the bin.</source>
            <translation>برگشتی به سطل بازیافت رفت.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/filters.py" />
            <source>To</source>
            <translation>تا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/card.py" />
            <source>Total</source>
            <translation>جمع کل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/columns.py" />
            <source>Total ({unit})</source>
            <translation>جمع ({unit})</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/page.py" />
            <source>What customers buy is recorded here, line by line.</source>
            <translation>خرید مشتری‌ها با همهٔ ردیف‌هایش اینجا ثبت می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/card.py" />
            <source>and {count} more lines</source>
            <translation>و {count} ردیف دیگر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/page.py" />
            <source>{count} purchases are in the bin.</source>
            <translation>{count} خرید به سطل بازیافت رفت.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/card.py" />
            <source>{date}, {time}</source>
            <translation>{date}، ساعت {time}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/card.py" />
            <source>{quantity} returned</source>
            <translation>{quantity} برگشتی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/texts.py" />
            <source>{quantity} {unit}</source>
            <translation>‏{quantity} {unit}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/texts.py" />
            <source>{quantity} × {price}</source>
            <translation>‏{quantity} × {price}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/texts.py" />
            <source>{quantity} × {price}, less {discount}</source>
            <translation>‏{quantity} × {price} − {discount} تخفیف</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/texts.py" />
            <source>{titles} and {count} more</source>
            <translation>{titles} و {count} کالای دیگر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/card.py" />
            <source>{title} × {quantity}</source>
            <translation>‏{title} × {quantity}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/card.py" />
            <source>{when} · seller: {name}</source>
            <translation>{when} · فروشنده: {name}</translation>
        </message>
    </context>
    <context>
        <name>Recognition</name>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>A well-known program writes this title.</source>
            <translation>این عنوان از برنامه‌ای شناخته‌شده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>By its title, each number of “{column}” counts {count} times.</source>
            <translation>عنوان «{column}» می‌گوید هر عدد آن {count} برابر است؛ پس چنین حساب می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>By what “{column}” says, {count} of the first rows are no sales and are left out. If they are sales, choose that this column is left out.</source>
            <translation>طبق ستون «{column}»، {count} ردیف از ردیف‌های اول فروش نیستند و کنار گذاشته می‌شوند. اگر فروش هستند، این ستون را کنار بگذارید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>In “{column}” Excel has shortened {count} long numbers, whose last digits are lost; they are not stored.</source>
            <translation>در «{column}» اکسل {count} شمارهٔ بلند را کوتاه کرده و رقم‌های آخرشان از بین رفته است؛ این شماره‌ها ذخیره نمی‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>In “{column}” stand words nobody knows here; rows that say them are taken for sales: {words}</source>
            <translation>این واژه‌ها در ستون «{column}» شناخته نشدند و ردیف‌هایشان فروش به حساب می‌آیند: {words}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>In “{column}” {count} cells hold an error of Excel, such as #N/A; they are read as empty.</source>
            <translation>در «{column}» {count} خانه خطای اکسل دارد، مانند #N/A؛ خالی خوانده می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>In “{column}” {count} dates are plain numbers of Excel; they are read as dates.</source>
            <translation>در «{column}» {count} تاریخ به شکل عدد سادهٔ اکسل است؛ تاریخ خوانده می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>In “{column}” {count} formulas have no result, as nobody has calculated them. Open the file in Excel, save it and choose it again.</source>
            <translation>در «{column}» {count} فرمول نتیجه ندارد، چون هنوز حساب نشده است. فایل را در اکسل باز و ذخیره کنید و دوباره برگزینید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>It is not clear what these rows are about. Choose it, if this is wrong.</source>
            <translation>روشن نیست این ردیف‌ها دربارهٔ چیست. اگر درست نیست، خودتان برگزینید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>It is not clear whether day or month comes first in the dates.</source>
            <translation>روشن نیست در تاریخ‌ها روز اول آمده است یا ماه.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>It is not clear whether the dates are Jalali or Gregorian.</source>
            <translation>روشن نیست تاریخ‌ها شمسی است یا میلادی.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>Left out: by its title it is about somebody or something else.</source>
            <translation>کنار می‌ماند: عنوانش دربارهٔ کس یا چیز دیگری است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>Left out: by its title this is “{field}”, but {cells}.</source>
            <translation>کنار می‌ماند: عنوانش «{field}» است، ولی {cells}.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>Left out: it is empty.</source>
            <translation>کنار می‌ماند: خالی است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>Left out: it only counts the rows.</source>
            <translation>کنار می‌ماند: فقط شمارهٔ ردیف است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>Left out: other columns have this amount in them already.</source>
            <translation>کنار می‌ماند: این مبلغ در ستون‌های دیگر حساب شده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>Left out: other columns may have this amount in them already.</source>
            <translation>کنار می‌ماند: شاید این مبلغ در ستون‌های دیگر حساب شده باشد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>Left out: somebody chose that.</source>
            <translation>کنار می‌ماند: خودتان چنین خواسته‌اید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>Left out: the cells do not tell what they are.</source>
            <translation>کنار می‌ماند: از خانه‌هایش پیدا نیست چیست.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>Left out: the title is not known.</source>
            <translation>کنار می‌ماند: این عنوان شناخته نیست.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>Left out: the title is there twice, and the first such column is read.</source>
            <translation>کنار می‌ماند: این عنوان دو بار آمده و ستون اول خوانده می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>Left out: these are only years; a birthday needs month and day too.</source>
            <translation>کنار می‌ماند: فقط سال است؛ تاریخ تولد ماه و روز هم می‌خواهد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>Left out: these are the reasons of problems.</source>
            <translation>کنار می‌ماند: دلیل ایرادهای دفعهٔ پیش است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>Left out: “{field}” is read from the column “{column}”.</source>
            <translation>کنار می‌ماند: «{field}» از ستون «{column}» خوانده می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>Nothing in the file tells whether its amounts are toman or rials.</source>
            <translation>فایل نمی‌گوید مبلغ‌ها تومان است یا ریال.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>Part of the title is known.</source>
            <translation>بخشی از عنوان شناخته است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>Postal codes here have ten digits; these stay with the address.</source>
            <translation>کد پستی ایران ده رقم دارد؛ این کدها کنار نشانی می‌ماند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>Somebody chose that.</source>
            <translation>خودتان برگزیده‌اید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>The cells look like that.</source>
            <translation>از خانه‌هایش پیداست.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>The title is known, but {cells}.</source>
            <translation>عنوانش شناخته است، ولی {cells}.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>The title is known.</source>
            <translation>عنوانش شناخته است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>The title “{column}” is there twice; the first such column is read.</source>
            <translation>عنوان «{column}» دو بار آمده است؛ ستون اول خوانده می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>What the column “{column}” holds is a guess. Please check it.</source>
            <translation>آنچه ستون «{column}» دارد حدس است. لطفاً آن را بررسی کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>{count} entries of the calendar are no birthdays but meetings, tasks and the like, so they are left out.</source>
            <translation>{count} مورد از تقویم تولد نیستند، بلکه قرار، کار و مانند آن‌اند؛ برای همین وارد نمی‌شوند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>{count} rows are hidden in Excel, as by a filter; they are brought in, too.</source>
            <translation>{count} ردیف در اکسل پنهان است، مثلاً پس از فیلتر؛ آن‌ها هم وارد می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>{count} rows are sums or remarks and no records, so they are left out: {rows}</source>
            <translation>{count} ردیف جمع یا پانویس است و کنار می‌ماند: ردیف {rows}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>{fits} of {said} cells are dates</source>
            <translation>{fits} از {said} خانه تاریخ است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>{fits} of {said} cells are e-mails</source>
            <translation>{fits} از {said} خانه ایمیل است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>{fits} of {said} cells are numbers</source>
            <translation>{fits} از {said} خانه عدد است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>{fits} of {said} cells are one of the choices</source>
            <translation>{fits} از {said} خانه یکی از گزینه‌هاست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>{fits} of {said} cells are phones</source>
            <translation>{fits} از {said} خانه شماره تلفن است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>{fits} of {said} cells look like that</source>
            <translation>{fits} از {said} خانه چنین است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/recognition_texts.py" />
            <source>“{column}” — {reason}</source>
            <translation>«{column}» — {reason}</translation>
        </message>
    </context>
    <context>
        <name>RecordKind</name>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Complaint</source>
            <translation>شکایت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Customer</source>
            <translation>مشتری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Interaction</source>
            <translation>تماس</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Product</source>
            <translation>کالا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Purchase</source>
            <translation>خرید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Return</source>
            <translation>مرجوعی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Task</source>
            <translation>کار</translation>
        </message>
    </context>
    <context>
        <name>RecordPicker</name>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/picker.py" />
            <source>Choose another</source>
            <translation>انتخاب دیگری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/picker.py" />
            <source>Choose another (Delete)</source>
            <translation>انتخاب دیگری (Delete)</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/picker.py" />
            <source>Nothing found for “{text}”.</source>
            <translation>برای «{text}» چیزی پیدا نشد.</translation>
        </message>
    </context>
    <context>
        <name>Recovery</name>
        <message>
            <location filename="../ecrm_desktop/reports/recovery.py" />
            <source>Date</source>
            <translation>تاریخ</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/recovery.py" />
            <source>Do not send it as a picture or message, and do not keep this PDF on the same computer.</source>
            <translation>آن را به‌صورت عکس یا پیام نفرستید و این PDF را روی همان رایانه نگه ندارید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/recovery.py" />
            <source>Keep this sheet where you keep deeds and cheques, away from the computer. Whoever has both the sheet and a file can read everything.</source>
            <translation>این برگه را کنار سند و چک‌ها و دور از رایانه نگه دارید. هر کس هم برگه و هم فایل را داشته باشد همه‌چیز را می‌خواند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/recovery.py" />
            <source>Key</source>
            <translation>کلید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/recovery.py" />
            <source>Recovery phrase</source>
            <translation>عبارت بازیابی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/recovery.py" />
            <source>Shop</source>
            <translation>فروشگاه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/recovery.py" />
            <source>The customers of this shop are encrypted on its computer. If that computer breaks, is stolen or loses its key, only these nine groups open the shop's file and its backups. Without them nobody can, not even the makers of this program.</source>
            <translation>اطلاعات مشتریان این فروشگاه روی رایانه‌اش رمزگذاری شده است. اگر آن رایانه خراب یا دزدیده شود یا کلیدش را از دست بدهد، فایل فروشگاه و پشتیبان‌هایش فقط با این نُه گروه باز می‌شود. بدون آن هیچ‌کس نمی‌تواند، حتی سازندگان این برنامه.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/recovery.py" />
            <source>The program asks for the phrase on a new computer, or with a backup there. Persian and English digits are both right, and each group is checked as you type it.</source>
            <translation>برنامه این عبارت را روی رایانهٔ تازه یا هنگام باز کردن پشتیبان در آن می‌پرسد. رقم فارسی و انگلیسی هر دو درست است و هر گروه همان هنگام نوشتن بررسی می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/recovery.py" />
            <source>Type them in this order</source>
            <translation>به همین ترتیب بنویسید</translation>
        </message>
    </context>
    <context>
        <name>RecoveryCode</name>
        <message>
            <location filename="../ecrm_desktop/reports/recovery.py" />
            <source>For</source>
            <translation>برای</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/recovery.py" />
            <source>If {name} forgets the password, these four groups let them in again: on the page that asks for the password choose “Forgotten?” and type them.</source>
            <translation>اگر {name} رمز را فراموش کند، این چهار گروه دوباره راه می‌دهند: در صفحه‌ای که رمز را می‌پرسد «فراموش کرده‌اید؟» را بزنید و آن‌ها را بنویسید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/recovery.py" />
            <source>Keep this sheet where you keep deeds and cheques: whoever has it can work as the owner. The code counts until the password is removed or another code is made.</source>
            <translation>این برگه را کنار سند و چک نگه دارید: هر کس آن را داشته باشد می‌تواند به جای صاحب فروشگاه کار کند. کد تا وقتی اعتبار دارد که رمز برداشته یا کد دیگری ساخته شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/recovery.py" />
            <source>Recovery code</source>
            <translation>کد بازیابی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/recovery_code_sheet.py" />
            <source>Whoever forgets the password of {name} gets in with this code. Print it or write it down now: it is not shown again.</source>
            <translation>اگر رمز {name} فراموش شود، این کد راه می‌دهد. همین حالا چاپش کنید یا بنویسید: دیگر نشان داده نمی‌شود.</translation>
        </message>
    </context>
    <context>
        <name>Reports</name>
        <message>
            <location filename="../ecrm_desktop/reports/customer.py" />
            <source>, </source>
            <translation>، </translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/customer_events.py" />
            <source>Amount</source>
            <translation>مبلغ</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/complaints.py" />
            <source>Average days</source>
            <translation>میانگین روز رسیدگی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/complaints.py" />
            <source>Average days to resolution</source>
            <translation>میانگین روز تا رسیدگی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/averages.py" />
            <source>Average purchase, without those that came back whole</source>
            <translation>میانگین هر خرید، بدون خریدهایی که همه‌اش برگشته</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/complaints.py" />
            <source>Average satisfaction</source>
            <translation>میانگین رضایت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/top_customers.py" />
            <source>Best customers</source>
            <translation>بهترین مشتریان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/sales.py" />
            <source>Best of {title}</source>
            <translation>{title}: بیشترین‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/customer.py" />
            <source>Bought in all</source>
            <translation>جمع خرید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/customer_events.py" />
            <source>Bought month by month</source>
            <translation>خرید ماه‌به‌ماه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/sales.py" />
            <source>Brand</source>
            <translation>برند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/interactions.py" />
            <source>By</source>
            <translation>پاسخ‌گو</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/complaints.py" />
            <source>Category</source>
            <translation>دسته</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/interactions.py" />
            <source>Channel</source>
            <translation>کانال</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/sales.py" />
            <source>City</source>
            <translation>شهر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/customers.py" />
            <source>City unknown</source>
            <translation>شهر نامشخص</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/sales.py" />
            <source>Code</source>
            <translation>کد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/complaints.py" />
            <source>Compensation</source>
            <translation>جبران</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/catalogue.py" />
            <source>Complaints</source>
            <translation>شکایت‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/complaints.py" />
            <source>Complaints by category</source>
            <translation>شکایت‌ها به تفکیک دسته</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/complaints.py" />
            <source>Customer</source>
            <translation>مشتری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/catalogue.py" />
            <source>Customer's file</source>
            <translation>پروندهٔ مشتری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/catalogue.py" />
            <source>Customers</source>
            <translation>مشتریان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/customers.py" />
            <source>Customers by city</source>
            <translation>مشتریان به تفکیک شهر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/top_customers.py" />
            <source>Customers listed</source>
            <translation>مشتریان این فهرست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/purchases.py" />
            <source>Date</source>
            <translation>تاریخ</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/complaints.py" />
            <source>Days late</source>
            <translation>روز دیرکرد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/complaints.py" />
            <source>Days to resolution</source>
            <translation>روز تا رسیدگی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/interactions.py" />
            <source>Direction</source>
            <translation>جهت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/customer_events.py" />
            <source>Done</source>
            <translation>انجام</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/tasks.py" />
            <source>Due</source>
            <translation>موعد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/customer_events.py" />
            <source>Due {day}</source>
            <translation>موعد {day}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/complaints.py" />
            <source>Figures</source>
            <translation>خلاصه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/catalogue.py" />
            <source>File of {customer}</source>
            <translation>پروندهٔ {customer}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/listing.py" />
            <source>Filtered by: {filter}</source>
            <translation>فیلتر: {filter}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/interactions.py" />
            <source>Follow-up</source>
            <translation>پیگیری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/sales.py" />
            <source>Growth</source>
            <translation>تغییر از دورهٔ پیش</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/customers.py" />
            <source>Have bought</source>
            <translation>خریدار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/catalogue.py" />
            <source>Interactions</source>
            <translation>تماس‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/interactions.py" />
            <source>Interactions by channel</source>
            <translation>تماس‌ها به تفکیک کانال</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/purchases.py" />
            <source>Items</source>
            <translation>اقلام</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/customer.py" />
            <source>Last purchase</source>
            <translation>آخرین خرید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/interactions.py" />
            <source>Minutes</source>
            <translation>دقیقه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/interactions.py" />
            <source>Missed</source>
            <translation>بی‌پاسخ</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/sales.py" />
            <source>Month</source>
            <translation>ماه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/customers.py" />
            <source>Name</source>
            <translation>نام</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/purchases.py" />
            <source>Net</source>
            <translation>خالص</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/sales.py" />
            <source>Net sales</source>
            <translation>فروش خالص</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/tasks.py" />
            <source>Note</source>
            <translation>توضیح</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/complaints.py" />
            <source>Number</source>
            <translation>شماره</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/complaints.py" />
            <source>Open</source>
            <translation>باز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/customer.py" />
            <source>Open complaints</source>
            <translation>شکایت باز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/interactions.py" />
            <source>Outcome</source>
            <translation>نتیجه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/complaints.py" />
            <source>Overdue</source>
            <translation>دیرکرد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/pdf_flow.py" />
            <source>Page {page} of {total}</source>
            <translation>صفحه {page} از {total}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/purchases.py" />
            <source>Payment</source>
            <translation>پرداخت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/complaints.py" />
            <source>Phone</source>
            <translation>تلفن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/pdf_flow.py" />
            <source>Printed {moment}</source>
            <translation>تاریخ چاپ: {moment}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/sales.py" />
            <source>Product</source>
            <translation>کالا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/complaints.py" />
            <source>Promise kept</source>
            <translation>خوش‌قولی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/complaints.py" />
            <source>Promised</source>
            <translation>قول رسیدگی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/catalogue.py" />
            <source>Purchases</source>
            <translation>خریدها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/averages.py" />
            <source>Purchases that came back whole are not counted.</source>
            <translation>خریدهایی که همه‌اش برگشته به حساب نیامده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/sales.py" />
            <source>Quantity</source>
            <translation>مقدار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/top_customers.py" />
            <source>Rank</source>
            <translation>رتبه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/complaints.py" />
            <source>Received</source>
            <translation>دریافت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/complaints.py" />
            <source>Resolved</source>
            <translation>رسیدگی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/complaints.py" />
            <source>Responsible</source>
            <translation>مسئول</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/purchases.py" />
            <source>Returned</source>
            <translation>مرجوعی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/sales.py" />
            <source>Returns</source>
            <translation>تعداد مرجوعی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/catalogue.py" />
            <source>Sales</source>
            <translation>فروش</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/sales.py" />
            <source>Sales by brand</source>
            <translation>فروش به تفکیک برند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/sales.py" />
            <source>Sales by category</source>
            <translation>فروش به تفکیک دسته</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/sales.py" />
            <source>Sales by city</source>
            <translation>فروش به تفکیک شهر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/sales.py" />
            <source>Sales by month</source>
            <translation>فروش به تفکیک ماه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/sales.py" />
            <source>Sales by product</source>
            <translation>فروش به تفکیک کالا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/sales.py" />
            <source>Sales by seller</source>
            <translation>فروش به تفکیک فروشنده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/complaints.py" />
            <source>Satisfaction</source>
            <translation>رضایت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/purchases.py" />
            <source>Seller</source>
            <translation>فروشنده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/complaints.py" />
            <source>Severity</source>
            <translation>شدت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/sales.py" />
            <source>Share</source>
            <translation>سهم</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/sales.py" />
            <source>Shipping</source>
            <translation>هزینهٔ ارسال</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/products.py" />
            <source>Sold</source>
            <translation>فروش</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/months.py" />
            <source>Sold month by month</source>
            <translation>فروش ماه‌به‌ماه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/customer_events.py" />
            <source>Staff</source>
            <translation>همکار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/complaints.py" />
            <source>Status</source>
            <translation>وضعیت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/complaints.py" />
            <source>Subject</source>
            <translation>موضوع</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/excel.py" />
            <source>Summary</source>
            <translation>خلاصه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/tasks.py" />
            <source>Task</source>
            <translation>کار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/interactions.py" />
            <source>Text</source>
            <translation>شرح</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/top_customers.py" />
            <source>Their share of sales</source>
            <translation>سهم آنها از فروش</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/pdf_flow.py" />
            <source>There is nothing to show here.</source>
            <translation>چیزی برای نمایش نیست.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/top_customers.py" />
            <source>They spent</source>
            <translation>جمع خرید آنها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/customer_events.py" />
            <source>Time</source>
            <translation>زمان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/catalogue.py" />
            <source>Top customers</source>
            <translation>مشتریان برتر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/excel.py" />
            <source>Total</source>
            <translation>جمع</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/customer_events.py" />
            <source>What</source>
            <translation>رویداد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/customer_events.py" />
            <source>What happened</source>
            <translation>رویدادها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/sales.py" />
            <source>Without a brand</source>
            <translation>بدون برند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/complaints.py" />
            <source>Without a category</source>
            <translation>بدون دسته</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/sales.py" />
            <source>Without a seller</source>
            <translation>بدون فروشنده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/sales.py" />
            <source>Without a title</source>
            <translation>بدون عنوان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/customer.py" />
            <source>agreed</source>
            <translation>موافق</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/customer.py" />
            <source>refused</source>
            <translation>مخالف</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/customer_events.py" />
            <source>{channel}, {direction}</source>
            <translation>{channel}، {direction}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/sales.py" />
            <source>{count} other products</source>
            <translation>{count} کالای دیگر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/interactions.py" />
            <source>{direction}, missed</source>
            <translation>{direction}، بی‌پاسخ</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/months.py" />
            <source>{first} to {last}</source>
            <translation>{first} تا {last}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/customer_events.py" />
            <source>{interaction}, missed</source>
            <translation>{interaction}، بی‌پاسخ</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/purchases.py" />
            <source>{items} and {count} more</source>
            <translation>{items} و {count} قلم دیگر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/months.py" />
            <source>{month} {year}</source>
            <translation>{month} {year}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/customer_events.py" />
            <source>{record} {number}</source>
            <translation>{record} {number}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/excel_values.py" />
            <source>{title} (Gregorian)</source>
            <translation>{title} (میلادی)</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/layout.py" />
            <source>{title} ({unit})</source>
            <translation>{title} ({unit})</translation>
        </message>
    </context>
    <context>
        <name>ReportsPage</name>
        <message>
            <location filename="../ecrm_desktop/ui/reports/choices.py" />
            <source>All about one of them</source>
            <translation>همه چیز دربارهٔ یک نفر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/reports/choices.py" />
            <source>By month, product, seller, city…</source>
            <translation>ماه، کالا، فروشنده، شهر…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/reports/choices.py" />
            <source>Calls, visits, messages</source>
            <translation>تلفن، مراجعه، پیام</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/reports/page.py" />
            <source>Choose a customer above.</source>
            <translation>مشتری را در بالا انتخاب کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/reports/preview.py" />
            <source>Choose other days above.</source>
            <translation>روزهای دیگری را در بالا انتخاب کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/reports/choices.py" />
            <source>Every purchase, with sums</source>
            <translation>همهٔ خریدها با جمع</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/reports/page.py" />
            <source>Everything</source>
            <translation>همه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/reports/page.py" />
            <source>Excel</source>
            <translation>اکسل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/reports/period_fields.py" />
            <source>From</source>
            <translation>از</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/reports/page.py" />
            <source>PDF</source>
            <translation>PDF</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/reports/page.py" />
            <source>Print</source>
            <translation>چاپ</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/reports/page.py" />
            <source>Reports</source>
            <translation>گزارش‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/reports/preview.py" />
            <source>There is nothing in this period</source>
            <translation>در این دوره چیزی نیست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/reports/preview.py" />
            <source>These are the first {count} lines; the file has all of them.</source>
            <translation>اینها {count} سطر نخست‌اند؛ همه در فایل می‌آید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/reports/choices.py" />
            <source>Time to resolution, overdue ones</source>
            <translation>زمان رسیدگی و دیرکردها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/reports/period_fields.py" />
            <source>To</source>
            <translation>تا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/reports/choices.py" />
            <source>Who did what, before and after</source>
            <translation>چه کسی چه کرد، پیش و پس</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/reports/choices.py" />
            <source>Who spent most</source>
            <translation>چه کسانی بیشتر خریده‌اند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/reports/choices.py" />
            <source>Who they are and where they live</source>
            <translation>که هستند و کجا زندگی می‌کنند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/reports/page.py" />
            <source>Whose file?</source>
            <translation>پروندهٔ چه کسی؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/reports/preview.py" />
            <source>Working it out…</source>
            <translation>در حال آماده‌سازی…</translation>
        </message>
    </context>
    <context>
        <name>Rescue</name>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/recovery.py" />
            <source>At work</source>
            <translation>در حال کار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/recovery.py" />
            <source>Bring a shop back from its backup</source>
            <translation>بازگرداندن فروشگاه از پشتیبان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/recovery.py" />
            <source>Choose a backup file…</source>
            <translation>انتخاب فایل پشتیبان…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/recovery.py" />
            <source>Choose a backup to look into it.</source>
            <translation>پشتیبانی را انتخاب کنید تا ببینید در آن چیست.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/recovery.py" />
            <source>Go on with what was salvaged</source>
            <translation>ادامه با آنچه بازیابی شد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/recovery.py" />
            <source>It was opened here last: {when}</source>
            <translation>آخرین بار که این‌جا باز شد: {when}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/backups.py" />
            <source>Lost records</source>
            <translation>رکوردهای از دست رفته</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/backups.py" />
            <source>Lost records, at least</source>
            <translation>رکوردهای از دست رفته، دست‌کم</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/recovery.py" />
            <source>Newest backup</source>
            <translation>تازه‌ترین پشتیبان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/recovery.py" />
            <source>No backup was found on this computer or the stick.</source>
            <translation>روی این رایانه یا فلش پشتیبانی پیدا نشد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/backups.py" />
            <source>No owner of the shop could be read, though there were passwords. So what was salvaged is locked: its owner has a password that nobody knows. A newer or older backup may still have the owner. Otherwise “Forgotten?”, where the program asks who is working, leads on: with the recovery phrase of an encrypted shop, or with a reset after some days of work.</source>
            <translation>اطلاعات هیچ صاحب فروشگاهی خوانده نشد، با آن‌که رمز در کار بوده است. برای همین آنچه بازیابی شد قفل است و رمز صاحب آن را کسی نمی‌داند. شاید پشتیبانی نوتر یا کهنه‌تر هنوز او را داشته باشد. وگرنه «فراموش کرده‌اید؟» در همان‌جا که برنامه می‌پرسد چه کسی کار می‌کند راه را نشان می‌دهد: با عبارت بازیابیِ فروشگاه رمزگذاری‌شده، یا با درخواست برداشتن رمز پس از چند روز کار.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/backup/losses.py" />
            <source>Other records</source>
            <translation>رکوردهای دیگر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/recovery.py" />
            <source>Plug in the stick with the backup, or choose the file.</source>
            <translation>فلش پشتیبان را وصل کنید یا فایل را انتخاب کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/recovery.py" />
            <source>Restore this backup</source>
            <translation>این پشتیبان را بازگردان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/recovery.py" />
            <source>Salvage what can still be read</source>
            <translation>بازیابی آنچه هنوز خوانده می‌شود</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/recovery.py" />
            <source>Salvaged</source>
            <translation>بازیابی‌شده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/recovery.py" />
            <source>The shop's file is damaged</source>
            <translation>فایل فروشگاه خراب است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/recovery.py" />
            <source>The shop's file is missing</source>
            <translation>فایل فروشگاه سر جایش نیست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/backups.py" />
            <source>What is in the backups does not tell which one is the latest. This one is the latest by its date; look at the others too if the clock of this PC was wrong.</source>
            <translation>از محتوای پشتیبان‌ها پیدا نیست کدام تازه‌ترین است. این یکی از روی تاریخش تازه‌ترین است؛ اگر ساعت این رایانه درست نبوده، بقیه را هم ببینید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/recovery.py" />
            <source>{lost} records of the file are lost.</source>
            <translation>{lost} رکورد این فایل از دست رفته است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/recovery.py" />
            <source>{pages} places of the file could not be read, and {lost} records are lost at least.</source>
            <translation>{pages} جای این فایل خوانده نشد و دست‌کم {lost} رکورد از دست رفته است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/recovery.py" />
            <source>{pages} places of the file could not be read. It is not known of any record that it is lost, but there may be some.</source>
            <translation>{pages} جای این فایل خوانده نشد. از دست رفتن هیچ رکوردی معلوم نیست، اما شاید چیزی کم شده باشد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/recovery.py" />
            <source>… and {count} older ones</source>
            <translation>… و {count} پشتیبان قدیمی‌تر</translation>
        </message>
    </context>
    <context>
        <name>Restoring</name>
        <message>
            <location filename="../ecrm_desktop/ui/restoring.py" />
            <source>And {count} more like these.</source>
            <translation>و {count} مورد دیگر مانند این‌ها.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/restoring.py" />
            <source>Code {value} of {name} is {other}'s by now: {name} comes back without it.</source>
            <translation>کد {value} «{name}» حالا مال «{other}» است: «{name}» بدون این کد برمی‌گردد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/restoring.py" />
            <source>Code {value} of {name} is {other}'s by now: {name} gets a new one.</source>
            <translation>کد {value} «{name}» حالا مال «{other}» است: «{name}» کد تازه می‌گیرد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/maintenance.py" />
            <source>It is copied and checked, and only then takes the place of what the shop has now, which is kept.</source>
            <translation>اول رونوشت و بررسی می‌شود و تنها پس از آن جای آنچه فروشگاه اکنون دارد می‌نشیند؛ آن هم نگه داشته می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/restoring.py" />
            <source>Leave it</source>
            <translation>بماند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/restoring.py" />
            <source>Somebody has the same by now. Take it back out?</source>
            <translation>حالا دیگری هم همین را دارد. برگردد؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/restoring.py" />
            <source>Take back out</source>
            <translation>برگردان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/maintenance.py" />
            <source>The backup is being restored…</source>
            <translation>پشتیبان بازگردانده می‌شود…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/restoring.py" />
            <source>{name} and {other} would have brought each other: {name} comes back without a referrer.</source>
            <translation>«{name}» و «{other}» معرف یکدیگر می‌شدند: «{name}» بدون معرف برمی‌گردد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/restoring.py" />
            <source>{other} has the national ID of {name} too, {value}: both will have it. If they are one person, merge them then.</source>
            <translation>کد ملی «{name}»، {value}، را «{other}» هم دارد: هر دو آن را خواهند داشت. اگر یک نفرند، بعد آن‌ها را یکی کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/restoring.py" />
            <source>{other} has the phone {value} of {name} too: both will have it.</source>
            <translation>شمارهٔ {value} «{name}» را «{other}» هم دارد: هر دو آن را خواهند داشت.</translation>
        </message>
    </context>
    <context>
        <name>ReturnForm</name>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/return_form.py" />
            <source>Date</source>
            <translation>تاریخ</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/return_form.py" />
            <source>Everything comes back</source>
            <translation>همه برمی‌گردد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/return_form.py" />
            <source>Everything of this purchase came back already.</source>
            <translation>همهٔ کالاهای این خرید پیش‌تر برگشته است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/return_form.py" />
            <source>Given back ({unit})</source>
            <translation>مبلغ برگشتی ({unit})</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/return_form.py" />
            <source>Item</source>
            <translation>کالا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/return_form.py" />
            <source>May come back</source>
            <translation>قابل برگشت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/return_form.py" />
            <source>Purchase {number} · {customer} · {date}</source>
            <translation>خرید {number} · {customer} · {date}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/return_form.py" />
            <source>Quantity</source>
            <translation>تعداد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/return_form.py" />
            <source>Reason</source>
            <translation>علت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/unfinished_forms.py" />
            <source>Take goods back</source>
            <translation>برگشت کالا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/return_form.py" />
            <source>The return is saved.</source>
            <translation>برگشتی ثبت شد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/return_form.py" />
            <source>To give back: {amount}</source>
            <translation>پرداختی به مشتری: {amount}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/return_form.py" />
            <source>such as wrong size, damaged</source>
            <translation>مانند اندازهٔ نامناسب، خرابی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/return_row.py" />
            <source>{title}, given back</source>
            <translation>{title}، مبلغ برگشتی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/purchases/return_row.py" />
            <source>{title}, how much comes back</source>
            <translation>{title}، تعداد برگشتی</translation>
        </message>
    </context>
    <context>
        <name>RfmCell</name>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>about to sleep</source>
            <translation>رو به خاموشی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>asleep</source>
            <translation>خوابیده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>came lately</source>
            <translation>تازه‌آمده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>champions</source>
            <translation>بهترین‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>good customers slipping away</source>
            <translation>خوب‌هایی که دور می‌شوند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>lost</source>
            <translation>از دست رفته</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>loyal</source>
            <translation>وفادار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>may become loyal</source>
            <translation>رو به وفاداری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>need attention</source>
            <translation>نیازمند توجه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>promising</source>
            <translation>امیدبخش</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>too good to lose</source>
            <translation>نباید از دست بروند</translation>
        </message>
    </context>
    <context>
        <name>Role</name>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Manager</source>
            <translation>مدیر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Owner</source>
            <translation>صاحب فروشگاه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Staff</source>
            <translation>فروشنده</translation>
        </message>
    </context>
    <context>
        <name>RuleEdit</name>
        <message>
            <location filename="../ecrm_desktop/ui/segments/field_tests.py" />
            <source>%</source>
            <translation>٪</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/condition_edit.py" />
            <source>Add a condition</source>
            <translation>افزودن شرط</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/condition_edit.py" />
            <source>All of these</source>
            <translation>همهٔ این‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/condition_edit.py" />
            <source>Any of these</source>
            <translation>یکی از این‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/condition_edit.py" />
            <source>Brackets (…)</source>
            <translation>پرانتز: چند شرط با هم</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/condition_edit.py" />
            <source>Cannot be changed here</source>
            <translation>این‌جا عوض نمی‌شود</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/condition_edit.py" />
            <source>Choose a condition…</source>
            <translation>شرطی برگزینید…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/condition_edit.py" />
            <source>Has to be so, or must not</source>
            <translation>باید چنین باشد یا نباشد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/condition_edit.py" />
            <source>What is asked</source>
            <translation>موضوع شرط</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/condition_edit.py" />
            <source>What they bought</source>
            <translation>چه خریده‌اند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/other_tests.py" />
            <source>a part of the name, a number…</source>
            <translation>بخشی از نام، شماره…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/condition_edit.py" />
            <source>another group</source>
            <translation>گروهی دیگر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/bought_edit.py" />
            <source>any brand</source>
            <translation>هر برند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/bought_edit.py" />
            <source>any category</source>
            <translation>هر دسته</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/bought_edit.py" />
            <source>any product</source>
            <translation>هر کالا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/bought_edit.py" />
            <source>any season</source>
            <translation>هر فصل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/other_tests.py" />
            <source>any tag</source>
            <translation>هر برچسبی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/bought_edit.py" />
            <source>any way of buying</source>
            <translation>هر راه خرید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/window_edit.py" />
            <source>between days…</source>
            <translation>میان دو روز…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/many_choice.py" />
            <source>choose…</source>
            <translation>برگزینید…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/field_tests.py" />
            <source>days</source>
            <translation>روز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/field_tests.py" />
            <source>days ago</source>
            <translation>روز پیش</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/bought_edit.py" />
            <source>days since the last one</source>
            <translation>روز از آخرین خرید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/bought_edit.py" />
            <source>days with a purchase</source>
            <translation>روزهای خرید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/window_edit.py" />
            <source>ever</source>
            <translation>تا امروز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/condition_edit.py" />
            <source>found by the search</source>
            <translation>یافته با جست‌وجو</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/range_edit.py" />
            <source>from</source>
            <translation>از</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/window_edit.py" />
            <source>from day</source>
            <translation>از روز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/window_edit.py" />
            <source>in the last…</source>
            <translation>در … گذشته</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/field_tests.py" />
            <source>in the month</source>
            <translation>در ماه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/field_tests.py" />
            <source>is</source>
            <translation>برابر با</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/field_tests.py" />
            <source>is known</source>
            <translation>معلوم است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/condition_edit.py" />
            <source>is so</source>
            <translation>باشد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/window_edit.py" />
            <source>last month</source>
            <translation>ماه پیش</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/window_edit.py" />
            <source>last season</source>
            <translation>فصل پیش</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/window_edit.py" />
            <source>last year</source>
            <translation>سال پیش</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/window_edit.py" />
            <source>months</source>
            <translation>ماه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/condition_edit.py" />
            <source>not so</source>
            <translation>نباشد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/bought_edit.py" />
            <source>number of purchases</source>
            <translation>تعداد خرید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/condition_edit.py" />
            <source>one of the best</source>
            <translation>از بهترین‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/field_tests.py" />
            <source>one or several</source>
            <translation>یک یا چند مورد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/window_edit.py" />
            <source>season…</source>
            <translation>فصل یا مناسبت…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/bought_edit.py" />
            <source>share of their money (%)</source>
            <translation>سهم از پول خریدهایش (٪)</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/bought_edit.py" />
            <source>share of their purchases (%)</source>
            <translation>سهم از تعداد خریدهایش (٪)</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/condition_edit.py" />
            <source>tag</source>
            <translation>برچسب</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/other_tests.py" />
            <source>the best so many % of the buyers</source>
            <translation>بهترین چند درصد خریداران</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/other_tests.py" />
            <source>the fewest who bring so many % of the money</source>
            <translation>کمترین کسانی که چند درصد پول را می‌آورند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/window_edit.py" />
            <source>the latest</source>
            <translation>آخرین</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/window_edit.py" />
            <source>the one before</source>
            <translation>یکی پیش از آن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/other_tests.py" />
            <source>there is no other group</source>
            <translation>گروه دیگری نیست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/window_edit.py" />
            <source>this month</source>
            <translation>این ماه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/window_edit.py" />
            <source>this season</source>
            <translation>این فصل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/window_edit.py" />
            <source>this year</source>
            <translation>امسال</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/window_edit.py" />
            <source>to day</source>
            <translation>تا روز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/bought_edit.py" />
            <source>total</source>
            <translation>جمع خرید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/range_edit.py" />
            <source>up to</source>
            <translation>تا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/window_edit.py" />
            <source>weeks</source>
            <translation>هفته</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/bought_edit.py" />
            <source>with discount</source>
            <translation>با تخفیف</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/field_tests.py" />
            <source>within</source>
            <translation>در بازهٔ</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/field_tests.py" />
            <source>within the next days</source>
            <translation>در روزهای آینده</translation>
        </message>
    </context>
    <context>
        <name>RuleField</name>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>answer about SMS</source>
            <translation>پاسخ دربارهٔ پیامک</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>answer about calls</source>
            <translation>پاسخ دربارهٔ تماس</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>answer about e-mail</source>
            <translation>پاسخ دربارهٔ ایمیل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>birthday</source>
            <translation>روز تولد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>buyers they brought</source>
            <translation>خریدارانی که آورده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>chance of coming back</source>
            <translation>احتمال برگشتن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>city</source>
            <translation>شهر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>day of recording</source>
            <translation>ثبت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>expected loss</source>
            <translation>زیان احتمالی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>expected value of the next year</source>
            <translation>ارزش سال آینده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>favourite brand</source>
            <translation>برند دلخواه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>first purchase</source>
            <translation>نخستین خرید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>gender</source>
            <translation>جنسیت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>group by recency, frequency and money</source>
            <translation>دستهٔ خرید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>income</source>
            <translation>درآمد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>kind</source>
            <translation>نوع</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>last contact</source>
            <translation>آخرین تماس</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>last purchase</source>
            <translation>آخرین خرید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>number of purchases</source>
            <translation>شمار خریدها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>number of returns</source>
            <translation>شمار مرجوعی‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>number of visits</source>
            <translation>شمار روزهای خرید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>open complaints</source>
            <translation>شکایت‌های باز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>preferred channel</source>
            <translation>راه تماس دلخواه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>province</source>
            <translation>استان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>referrer</source>
            <translation>معرف</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>sales to those they brought</source>
            <translation>فروش به کسانی که آورده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>share of purchases on discount</source>
            <translation>سهم خرید با تخفیف</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>share of the best season</source>
            <translation>سهم پرخریدترین فصل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>share of the favourite brand</source>
            <translation>سهم برند دلخواه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>state</source>
            <translation>وضعیت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>total of purchases</source>
            <translation>جمع خریدها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>way to the shop</source>
            <translation>راه آشنایی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>year of birth</source>
            <translation>سال تولد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>years as a buyer</source>
            <translation>سال‌های خرید</translation>
        </message>
    </context>
    <context>
        <name>Salvage</name>
        <message>
            <location filename="../ecrm_desktop/cli/backups.py" />
            <source>Lost line</source>
            <translation>قلم گم‌شده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/backups.py" />
            <source>Lost name</source>
            <translation>نام گم‌شده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/backups.py" />
            <source>What was salvaged</source>
            <translation>آنچه نجات داده شد</translation>
        </message>
    </context>
    <context>
        <name>SampleFile</name>
        <message>
            <location filename="../ecrm_desktop/exchange/sample_file.py" />
            <source>Calls and messages - to fill in.xlsx</source>
            <translation>تماس‌ها و پیام‌ها - برای پر کردن.xlsx</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/sample_file.py" />
            <source>Customers - to fill in.xlsx</source>
            <translation>مشتریان - برای پر کردن.xlsx</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/sample_file.py" />
            <source>Products - to fill in.xlsx</source>
            <translation>کالاها - برای پر کردن.xlsx</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/exchange/sample_file.py" />
            <source>Purchases - to fill in.xlsx</source>
            <translation>خریدها - برای پر کردن.xlsx</translation>
        </message>
    </context>
    <context>
        <name>Satisfaction</name>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/satisfaction.py" />
            <source>Content</source>
            <translation>راضی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/satisfaction.py" />
            <source>Not asked</source>
            <translation>نپرسیده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/satisfaction.py" />
            <source>So-so</source>
            <translation>متوسط</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/satisfaction.py" />
            <source>Unhappy</source>
            <translation>ناراضی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/satisfaction.py" />
            <source>Very content</source>
            <translation>خیلی راضی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/satisfaction.py" />
            <source>Very unhappy</source>
            <translation>خیلی ناراضی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/complaints/satisfaction.py" />
            <source>{score} of {best}: {words}</source>
            <translation>{score} از {best}: {words}</translation>
        </message>
    </context>
    <context>
        <name>Search</name>
        <message>
            <location filename="../ecrm_desktop/shell/shop_window.py" />
            <source>subscription {code}</source>
            <translation>اشتراک {code}</translation>
        </message>
    </context>
    <context>
        <name>SearchBox</name>
        <message>
            <location filename="../ecrm_desktop/ui/search_box.py" />
            <source>Nothing found for “{text}”. Press Enter to add a new customer.</source>
            <translation>برای «{text}» چیزی پیدا نشد. با Enter مشتری تازه بسازید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/search_box.py" />
            <source>Search anywhere</source>
            <translation>جست‌وجو در همه‌جا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/search_box.py" />
            <source>Search name, phone, subscription code…</source>
            <translation>جست‌وجوی نام، تلفن، کد اشتراک…</translation>
        </message>
    </context>
    <context>
        <name>SegmentCrossing</name>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>entered</source>
            <translation>آمد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>left</source>
            <translation>رفت</translation>
        </message>
    </context>
    <context>
        <name>SegmentFields</name>
        <message>
            <location filename="../ecrm_desktop/fields/segments.py" />
            <source>Is in</source>
            <translation>در گروه است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/segments.py" />
            <source>Purpose</source>
            <translation>کاربرد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/segments.py" />
            <source>Put in or left out by hand</source>
            <translation>دستی در گروه گذاشته یا بیرون گذاشته</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/segments.py" />
            <source>Reason</source>
            <translation>دلیل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/segments.py" />
            <source>Rule</source>
            <translation>شرط</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/segments.py" />
            <source>Segment</source>
            <translation>گروه مشتریان</translation>
        </message>
    </context>
    <context>
        <name>SegmentForm</name>
        <message>
            <location filename="../ecrm_desktop/ui/segments/preview.py" />
            <source>Bought for {worth} until now</source>
            <translation>تا امروز {worth} خریده‌اند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/unfinished_forms.py" />
            <source>Edit the group</source>
            <translation>ویرایش گروه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/form.py" />
            <source>Name</source>
            <translation>نام</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/unfinished_forms.py" />
            <source>New group</source>
            <translation>گروه تازه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/form.py" />
            <source>Rule</source>
            <translation>شرط</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/form.py" />
            <source>The group is saved.</source>
            <translation>گروه ذخیره شد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/form.py" />
            <source>Use</source>
            <translation>کاربرد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/preview.py" />
            <source>Who is meant</source>
            <translation>چه کسانی در آن‌اند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/preview.py" />
            <source>and {count} more</source>
            <translation>و {count} نفر دیگر</translation>
        </message>
    </context>
    <context>
        <name>SegmentPresets</name>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>60 and older</source>
            <translation>۶۰ ساله و بیشتر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>A wish on the day is remembered.</source>
            <translation>تبریک در همان روز به یاد می‌ماند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>Birthday within a week</source>
            <translation>تولد در هفتهٔ پیش رو</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>By buying: {cell}</source>
            <translation>از نظر خرید: {cell}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>Companies</source>
            <translation>شرکت‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>Dormant customers</source>
            <translation>مشتریان خاموش</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>Every fifth buyer, those with the most money: a club or a thank-you.</source>
            <translation>از هر پنج خریدار یکی، آن‌ها که بیشتر خرج کرده‌اند: باشگاه مشتریان یا یک تشکر.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>From 25 to 39</source>
            <translation>۲۵ تا ۳۹ ساله</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>From 40 to 59</source>
            <translation>۴۰ تا ۵۹ ساله</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>From {city}</source>
            <translation>اهل {city}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>Goods and words for people of one kind.</source>
            <translation>کالا و سخنی که به این گروه می‌خورد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>Later than they used to come: call while it helps.</source>
            <translation>دیرتر از همیشه کرده‌اند: تا سودی دارد زنگ بزنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>Loyal to one brand</source>
            <translation>وفادار به یک برند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>Men</source>
            <translation>آقایان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>Never bought</source>
            <translation>هنوز نخریده‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>New customers</source>
            <translation>مشتریان تازه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>Once a year, in their season</source>
            <translation>خریداران فصلی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>Only on discount</source>
            <translation>تنها با تخفیف</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>Slipping away</source>
            <translation>در خطر رفتن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>Tell them first when something new of their brand arrives.</source>
            <translation>وقتی از برندشان کالای تازه رسید، اول به این‌ها خبر بدهید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>The best fifth of all buyers</source>
            <translation>یک‌پنجم بهترین خریداران</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>The fewest customers the shop lives on: lose none of them.</source>
            <translation>کم‌شمارترین مشتریانی که فروشگاه با آن‌ها می‌گردد: هیچ‌کدام را از دست ندهید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>The second purchase makes a customer: welcome them.</source>
            <translation>خرید دوم است که مشتری می‌سازد: به آن‌ها خوشامد بگویید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>The shop knows them and has sold them nothing yet: make them try.</source>
            <translation>فروشگاه آن‌ها را می‌شناسد و هنوز چیزی به آن‌ها نفروخته: به نخستین خرید دعوتشان کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>They are in the middle of everything: a word at the right time helps.</source>
            <translation>در همه چیز میانه‌اند: یک پیام به‌جا کار می‌کند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>They bought lately, often and for much: thank them first.</source>
            <translation>تازه، پیاپی و زیاد خریده‌اند: اول از این‌ها تشکر کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>They bought least and longest ago: spend nothing on them.</source>
            <translation>کمتر از همه و خیلی وقت پیش خریده‌اند: برایشان هزینه نکنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>They bought little, long ago: a cheap message at most.</source>
            <translation>کم و خیلی وقت پیش خریده‌اند: بیش از یک پیام ارزان نیرزد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>They bought often and have stayed away: call them.</source>
            <translation>پیاپی می‌خریدند و دیگر نیامده‌اند: به آن‌ها زنگ بزنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>They buy otherwise: offers and invoices.</source>
            <translation>جور دیگری می‌خرند: پیش‌فاکتور و فاکتور.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>They came lately and not for the first time: keep them coming.</source>
            <translation>تازه آمده‌اند و بار نخستشان نبوده: کاری کنید که باز بیایند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>They came not long ago and spent little: show them more.</source>
            <translation>چندی پیش آمده‌اند و کم خریده‌اند: کالاهای بیشتری نشانشان دهید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>They came seldom, and that is a while ago: remind them.</source>
            <translation>کم آمده‌اند و از آن هم مدتی گذشته: یادآوری کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>They come again and again: ask them to bring others.</source>
            <translation>باز و باز می‌آیند: بخواهید دیگران را هم بیاورند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>They have just bought for the first time: win the second purchase.</source>
            <translation>تازه بار نخست خریده‌اند: خرید دوم را به دست آورید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>They wait for sales: tell them of sales, and of nothing else.</source>
            <translation>چشم‌به‌راه حراج‌اند: تنها از حراج خبرشان کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>They were the best and have stayed away: the owner calls them.</source>
            <translation>از بهترین‌ها بودند و دیگر نیامده‌اند: خود صاحب فروشگاه زنگ بزند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>Those who bring 80% of the money</source>
            <translation>آن‌ها که ۸۰٪ فروش را می‌سازند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>Under 25</source>
            <translation>زیر ۲۵ سال</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>What happens in one city: an event there, a delivery, a branch.</source>
            <translation>برای کارهای یک شهر: رویداد، ارسال یا شعبه.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>What those they brought have bought is their worth: thank them.</source>
            <translation>ارزششان به خرید کسانی است که آورده‌اند: از آن‌ها تشکر کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>Who bring others</source>
            <translation>آن‌ها که دیگران را می‌آورند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>Win them back with an offer, or tidy them away.</source>
            <translation>با پیشنهادی برگردانیدشان یا از فهرست کنار بگذارید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>Women</source>
            <translation>خانم‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_presets.py" />
            <source>Write to them before their season, and leave them alone after it.</source>
            <translation>پیش از فصلشان به آن‌ها پیام دهید و پس از آن راحتشان بگذارید.</translation>
        </message>
    </context>
    <context>
        <name>Segments</name>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source> ({wanted})</source>
            <translation> ({wanted})</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_words.py" />
            <source> or </source>
            <translation> یا </translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_texts.py" />
            <source>, and </source>
            <translation> و </translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_texts.py" />
            <source>, or </source>
            <translation> یا </translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_texts.py" />
            <source>All customers.</source>
            <translation>همهٔ مشتریان.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_texts.py" />
            <source>Everyone who {clause}.</source>
            <translation>هر مشتری که {clause}.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/cli/segments.py" />
            <source>Of the {members} who would have been in it on {day}, {came_back} bought again within a year; of all buyers by then {share}.</source>
            <translation>از {members} نفری که در {day} در این گروه بودند، {came_back} تا یک سال بعد باز خریدند؛ از همهٔ خریداران آن روز {share}.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_words.py" />
            <source>Ramadan</source>
            <translation>ماه رمضان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_words.py" />
            <source>at least {low}</source>
            <translation>دست‌کم {low}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_words.py" />
            <source>at most {high}</source>
            <translation>حداکثر {high}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_words.py" />
            <source>autumn</source>
            <translation>پاییز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_texts.py" />
            <source>bought for {amount}{goods} {when}{limit}</source>
            <translation>{when}{goods} {amount} خریده است{limit}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_texts.py" />
            <source>bought on {amount} days{goods} {when}{limit}</source>
            <translation>{when} در {amount} روز{goods} خریده است{limit}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_texts.py" />
            <source>bought {amount} days ago for the last time{goods} {when}{limit}</source>
            <translation>{when} آخرین خریدش{goods} {amount} روز پیش بوده است{limit}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_texts.py" />
            <source>bought {amount} times{goods} {when}{limit}</source>
            <translation>{when} {amount} بار{goods} خریده است{limit}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>brought customers who bought for {amount}{limit}</source>
            <translation>مشتریانی آورده که {amount} خریده‌اند{limit}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>brought {amount} customers who bought{limit}</source>
            <translation>{amount} مشتری آورده که خرید کرده‌اند{limit}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>buys {amount} of the time on discount{limit}</source>
            <translation>{amount} خریدهایش با تخفیف است{limit}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_words.py" />
            <source>by the channel {channels}</source>
            <translation>از راه {channels}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>came {amount} times to buy{limit}</source>
            <translation>در {amount} روز برای خرید آمده است{limit}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>comes back with a chance of {amount}{limit}</source>
            <translation>به احتمال {amount} برمی‌گردد{limit}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_texts.py" />
            <source>does not have the tag {tag}</source>
            <translation>برچسب {tag} ندارد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_words.py" />
            <source>during {season}</source>
            <translation>در {season}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_words.py" />
            <source>exactly {number}</source>
            <translation>درست {number}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_texts.py" />
            <source>fits a condition that only a newer version knows: {condition}</source>
            <translation>با شرطی جور است که تنها نسخهٔ تازه‌تر برنامه می‌شناسد: {condition}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_words.py" />
            <source>from {first} until {last}</source>
            <translation>از {first} تا {last}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_words.py" />
            <source>from {low} to {high}</source>
            <translation>از {low} تا {high}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_texts.py" />
            <source>has a tag</source>
            <translation>برچسبی دارد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_texts.py" />
            <source>has a value in the field {field}</source>
            <translation>در فیلد {field} مقداری دارد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>has as {field} not {values}</source>
            <translation>{field} او {values} نیست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>has as {field} {values}</source>
            <translation>{field} او {values} است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>has been a buyer over {amount} years{limit}</source>
            <translation>در {amount} سال خریدار بوده است{limit}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>has bought for {amount} in all{limit}</source>
            <translation>روی هم {amount} خریده است{limit}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_texts.py" />
            <source>has in the field {field} a day {when}</source>
            <translation>در فیلد {field} روزی {when} دارد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_texts.py" />
            <source>has in the field {field} a number of {amount}</source>
            <translation>در فیلد {field} عدد {amount} دارد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_texts.py" />
            <source>has in the field {field} {values}</source>
            <translation>در فیلد {field} مقدار {values} دارد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_texts.py" />
            <source>has no tag</source>
            <translation>هیچ برچسبی ندارد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>has the birthday in {month}</source>
            <translation>در {month} به دنیا آمده است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>has the birthday within {days} days from today</source>
            <translation>از امروز تا {days} روز دیگر تولدش است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_texts.py" />
            <source>has the tag {tag}</source>
            <translation>برچسب {tag} دارد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>has the {field} empty</source>
            <translation>{field} او معلوم نیست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>has the {field} filled in</source>
            <translation>{field} او معلوم است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>has the {field} on {day}{limit}</source>
            <translation>{field} او در {day} بوده است{limit}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>has the {field} {days} days ago{limit}</source>
            <translation>{field} او {days} روز پیش بوده است{limit}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>has the {field} {when}</source>
            <translation>{field} او {when} بوده است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>has {amount} open complaints{limit}</source>
            <translation>{amount} شکایت باز دارد{limit}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>has {amount} purchases{limit}</source>
            <translation>{amount} خرید دارد{limit}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>has {amount} returns{limit}</source>
            <translation>{amount} مرجوعی دارد{limit}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_words.py" />
            <source>in the last {count} days</source>
            <translation>در {count} روز گذشته</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_words.py" />
            <source>in the last {count} months</source>
            <translation>در {count} ماه گذشته</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_words.py" />
            <source>in the last {count} weeks</source>
            <translation>در {count} هفتهٔ گذشته</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_words.py" />
            <source>in the latest {season}</source>
            <translation>در آخرین {season}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_words.py" />
            <source>in the month before this one</source>
            <translation>در ماه قبل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_words.py" />
            <source>in the season before this one</source>
            <translation>در فصل قبل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_words.py" />
            <source>in the year before this one</source>
            <translation>در سال قبل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_words.py" />
            <source>in {season} once before the last</source>
            <translation>در {season} یکی مانده به آخر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_texts.py" />
            <source>is anybody</source>
            <translation>هر کسی باشد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>is expected to buy for {amount} within a year{limit}</source>
            <translation>انتظار می‌رود تا یک سال {amount} بخرد{limit}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_texts.py" />
            <source>is found by {text}</source>
            <translation>با جستجوی {text} پیدا می‌شود</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_texts.py" />
            <source>is in the group {segment}</source>
            <translation>در گروه {segment} است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_texts.py" />
            <source>is none of those who {clause}</source>
            <translation>از کسانی نیست که {clause}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_texts.py" />
            <source>is not in the group {segment}</source>
            <translation>در گروه {segment} نیست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_texts.py" />
            <source>is one of the best {share} of all buyers</source>
            <translation>از {share} بهترین خریداران است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_texts.py" />
            <source>is one of the fewest who bring {share} of the money</source>
            <translation>از کم‌شمارترین کسانی است که {share} فروش را می‌سازند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>is {amount} years old{limit}</source>
            <translation>{amount} سال دارد{limit}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_texts.py" />
            <source>made {amount} of the purchases{goods} {when}{limit}</source>
            <translation>{when} {amount} خریدهایش{goods} بوده است{limit}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>may cost the shop {amount} by staying away{limit}</source>
            <translation>با نیامدنش {amount} از دست می‌رود{limit}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>no</source>
            <translation>خیر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_words.py" />
            <source>of the brand {brands}</source>
            <translation>از برند {brands}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_words.py" />
            <source>of the category {categories}</source>
            <translation>از دستهٔ {categories}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_words.py" />
            <source>of {products}</source>
            <translation>از کالای {products}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_words.py" />
            <source>one that is gone ({id})</source>
            <translation>موردی که دیگر نیست ({id})</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_words.py" />
            <source>since {day}</source>
            <translation>از {day} به بعد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>spends {amount} of the money in one season of the year{limit}</source>
            <translation>{amount} پول خریدهایش در یک فصل سال است{limit}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>spends {amount} of the money on one brand{limit}</source>
            <translation>{amount} پول خریدهایش برای یک برند است{limit}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_texts.py" />
            <source>spent {amount} of the money{goods} {when}{limit}</source>
            <translation>{when} {amount} پول خریدهایش{goods} بوده است{limit}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_words.py" />
            <source>spring</source>
            <translation>بهار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_words.py" />
            <source>summer</source>
            <translation>تابستان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_words.py" />
            <source>the days of Nowruz</source>
            <translation>نوروز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_words.py" />
            <source>the days of Yalda</source>
            <translation>یلدا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_words.py" />
            <source>this month</source>
            <translation>در این ماه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_words.py" />
            <source>this season</source>
            <translation>در این فصل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_words.py" />
            <source>this year</source>
            <translation>در امسال</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_words.py" />
            <source>until {day}</source>
            <translation>تا {day}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_words.py" />
            <source>up to today</source>
            <translation>تا امروز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_words.py" />
            <source>winter</source>
            <translation>زمستان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_words.py" />
            <source>with discount</source>
            <translation>با تخفیف</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_fields.py" />
            <source>yes</source>
            <translation>آری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_texts.py" />
            <source>{name} is in this group, as all customers are.</source>
            <translation>{name} در این گروه است، چون همهٔ مشتریان هستند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_texts.py" />
            <source>{name} is in this group: {clause}.</source>
            <translation>{name} در این گروه است، چون {clause}.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_texts.py" />
            <source>{name} is not in this group, for that would be somebody who {clause}.</source>
            <translation>{name} در این گروه نیست؛ کسی در آن است که {clause}.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_texts.py" />
            <source>{name} was left out of this group by hand.</source>
            <translation>{name} را دستی از این گروه بیرون گذاشته‌اند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_texts.py" />
            <source>{name} was left out of this group by hand: {reason}</source>
            <translation>{name} را دستی از این گروه بیرون گذاشته‌اند: {reason}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_texts.py" />
            <source>{name} was put into this group by hand.</source>
            <translation>{name} را دستی در این گروه گذاشته‌اند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_texts.py" />
            <source>{name} was put into this group by hand: {reason}</source>
            <translation>{name} را دستی در این گروه گذاشته‌اند: {reason}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_texts.py" />
            <source>{wanted} (and not {now})</source>
            <translation>{wanted} (نه این که {now})</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/segment_words.py" />
            <source>“{words}”</source>
            <translation>«{words}»</translation>
        </message>
    </context>
    <context>
        <name>Settings</name>
        <message>
            <location filename="../ecrm_desktop/ui/settings/shop.py" />
            <source>1 day</source>
            <translation>۱ روز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/own_fields.py" />
            <source>Add a field</source>
            <translation>افزودن فیلد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/people.py" />
            <source>Add a person</source>
            <translation>افزودن همکار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/shop.py" />
            <source>Added to landlines that are typed without it.</source>
            <translation>به تلفن ثابتی که بدون کد نوشته شود اضافه می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/shop.py" />
            <source>Address</source>
            <translation>نشانی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/shop.py" />
            <source>Answering complaints: at most</source>
            <translation>پاسخ به شکایت‌ها، حداکثر در</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/own_fields.py" />
            <source>Anything else you want to keep of a customer: shoe size, favourite team, name of a child. These fields appear in the customer's form.</source>
            <translation>هر چیز دیگری که می‌خواهید از مشتری نگه دارید: سایز کفش، تیم محبوب، نام فرزند. این فیلدها در فرم مشتری دیده می‌شوند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/shop.py" />
            <source>Area code</source>
            <translation>کد شهر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/program.py" />
            <source>As Windows has it</source>
            <translation>مطابق ویندوز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/page.py" />
            <source>Backup</source>
            <translation>پشتیبان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/people.py" />
            <source>Change my password</source>
            <translation>عوض کردن رمز من</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/own_fields.py" />
            <source>Choices</source>
            <translation>گزینه‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/program.py" />
            <source>Colours</source>
            <translation>رنگ‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/page.py" />
            <source>Computers</source>
            <translation>رایانه‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/program.py" />
            <source>Dark</source>
            <translation>تیره</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/page.py" />
            <source>Data</source>
            <translation>داده‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/own_fields.py" />
            <source>Delete</source>
            <translation>حذف</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/own_fields.py" />
            <source>Edit</source>
            <translation>ویرایش</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/people.py" />
            <source>For who has a password. Ctrl+L locks at once.</source>
            <translation>برای کسی که رمز دارد. با Ctrl+L همان دم قفل می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/people.py" />
            <source>Give me a password</source>
            <translation>رمز گذاشتن برای من</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/own_fields.py" />
            <source>Kind</source>
            <translation>نوع</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/program.py" />
            <source>Language</source>
            <translation>زبان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/program.py" />
            <source>Light</source>
            <translation>روشن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/people.py" />
            <source>Lock when nobody works</source>
            <translation>قفل خودکار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/shop.py" />
            <source>Money unit</source>
            <translation>واحد پول</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/page.py" />
            <source>Myself</source>
            <translation>خودم</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/own_fields.py" />
            <source>Name</source>
            <translation>نام</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/people.py" />
            <source>New recovery code</source>
            <translation>کد بازیابی تازه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/own_fields.py" />
            <source>One choice a line.</source>
            <translation>در هر سطر یک گزینه.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/page.py" />
            <source>Own fields</source>
            <translation>فیلدهای دلخواه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/people.py" />
            <source>Password</source>
            <translation>رمز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/page.py" />
            <source>People</source>
            <translation>همکاران</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/page.py" />
            <source>Privacy</source>
            <translation>حریم خصوصی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/page.py" />
            <source>Program</source>
            <translation>برنامه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/people.py" />
            <source>Remove my password</source>
            <translation>برداشتن رمز من</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/people.py" />
            <source>Role</source>
            <translation>نقش</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/shop.py" />
            <source>Save</source>
            <translation>ثبت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/shop.py" />
            <source>Saved.</source>
            <translation>ثبت شد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/page.py" />
            <source>Settings</source>
            <translation>تنظیمات</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/shop.py" />
            <source>Severity: {severity}</source>
            <translation>شدت: {severity}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/page.py" />
            <source>Shop</source>
            <translation>فروشگاه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/shop.py" />
            <source>Shop's name</source>
            <translation>نام فروشگاه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/shop.py" />
            <source>Shop's phone</source>
            <translation>تلفن فروشگاه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/people.py" />
            <source>Somebody else</source>
            <translation>کس دیگر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/people.py" />
            <source>Staff record and look up. They do not export or print, see what the shop sells, import, delete for good or change settings. Managers do all of that; only owners manage people and see who changed what.</source>
            <translation>فروشنده ثبت می‌کند و نگاه می‌کند، ولی خروجی و چاپ، جمع فروش، ورود فایل، حذف همیشگی و تنظیمات ندارد. مدیر همهٔ این‌ها را دارد؛ همکاران و ردپای تغییرها فقط با صاحب فروشگاه است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/people.py" />
            <source>Stop it</source>
            <translation>جلوگیری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/own_fields.py" />
            <source>The field “{name}” was deleted.</source>
            <translation>فیلد «{name}» حذف شد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/people.py" />
            <source>Working now: {name}</source>
            <translation>اکنون {name} کار می‌کند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/people.py" />
            <source>Works here</source>
            <translation>این‌جا کار می‌کند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/people.py" />
            <source>after {minutes} minutes</source>
            <translation>پس از {minutes} دقیقه بی‌کاری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/people.py" />
            <source>has a password</source>
            <translation>رمز دارد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/people.py" />
            <source>never</source>
            <translation>هرگز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/people.py" />
            <source>no</source>
            <translation>خیر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/people.py" />
            <source>no longer works here</source>
            <translation>دیگر این‌جا کار نمی‌کند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/shop.py" />
            <source>the same day</source>
            <translation>همان روز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/people.py" />
            <source>yes</source>
            <translation>بله</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/shop.py" />
            <source>{days} days</source>
            <translation>{days} روز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/people.py" />
            <source>{name} has no password: anybody at this computer can work as an owner.</source>
            <translation>{name} رمز ندارد: هر کس پشت این رایانه بنشیند می‌تواند به جای صاحب فروشگاه کار کند.</translation>
        </message>
    </context>
    <context>
        <name>Severity</name>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Critical</source>
            <translation>بحرانی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>High</source>
            <translation>زیاد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Low</source>
            <translation>کم</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Normal</source>
            <translation>معمولی</translation>
        </message>
    </context>
    <context>
        <name>Sharing</name>
        <message>
            <location filename="../ecrm_desktop/ui/settings/sharing.py" />
            <source>Address: {address} · Folder: {folder}</source>
            <translation>نشانی: {address} · پوشه: {folder}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/sharing.py" />
            <source>Each computer keeps the shop and goes on working, but nothing new reaches the others until it is shared again. Nothing is removed.</source>
            <translation>هر رایانه فروشگاه را نگه می‌دارد و کار می‌کند، ولی تا دوباره به اشتراک نگذارید کار تازه‌ای به بقیه نمی‌رسد. چیزی پاک نمی‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/share_sheet.py" />
            <source>Go on while the program is closed, as long as this computer is on</source>
            <translation>با بسته شدن برنامه هم ادامه بده، تا وقتی این رایانه روشن است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/share_sheet.py" />
            <source>It is being prepared, which takes up to a minute…</source>
            <translation>در حال آماده شدن است؛ تا یک دقیقه طول می‌کشد…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/share_sheet.py" />
            <source>Its address</source>
            <translation>نشانی آن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/sharing.py" />
            <source>No other computer has come in yet.</source>
            <translation>هنوز رایانه‌ی دیگری وارد نشده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/share_sheet.py" />
            <source>Share</source>
            <translation>به اشتراک بگذار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/sharing.py" />
            <source>Share again</source>
            <translation>دوباره به اشتراک بگذار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/sharing.py" />
            <source>Share from this computer instead…</source>
            <translation>اشتراک از همین رایانه…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/share_sheet.py" />
            <source>Share the shop from this computer</source>
            <translation>اشتراک فروشگاه از این رایانه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/sharing.py" />
            <source>Share the shop from this computer…</source>
            <translation>اشتراک فروشگاه از این رایانه…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/share_sheet.py" />
            <source>Sharing</source>
            <translation>اشتراک</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/sharing.py" />
            <source>Sharing is stopped. Everybody works on, and nothing is lost.</source>
            <translation>اشتراک متوقف است. همه به کار ادامه می‌دهند و چیزی از دست نمی‌رود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/sharing.py" />
            <source>Sharing the shop</source>
            <translation>به اشتراک گذاشتن فروشگاه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/sharing.py" />
            <source>Stop</source>
            <translation>متوقف کن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/sharing.py" />
            <source>Stop sharing?</source>
            <translation>اشتراک متوقف شود؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/sharing.py" />
            <source>Stop sharing…</source>
            <translation>توقف اشتراک…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/sharing.py" />
            <source>Take the new one</source>
            <translation>نشانی تازه را بگیر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/share_sheet.py" />
            <source>The other computers of the shop meet on this one. It has to be switched on, with this program open; while it is off, everybody goes on working, and what they did comes together later.</source>
            <translation>رایانه‌های دیگرِ فروشگاه از راه این رایانه به هم می‌رسند. باید روشن باشد و این برنامه در آن باز؛ وقتی خاموش است همه به کار ادامه می‌دهند و کارهایشان بعداً به هم می‌رسد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/sharing.py" />
            <source>The others look for it at the old one. Let the router give it the old one again, or take the new one and join the others once more with new texts.</source>
            <translation>بقیه آن را در نشانی قبلی می‌جویند. در مودم همان نشانی قبلی را به آن بدهید، یا نشانی تازه را بگیرید و بقیه را با متن اتصال تازه دوباره بپیوندید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/sharing.py" />
            <source>The shop can also be shared from this computer instead of the present server. The others then join once more with texts that are made here.</source>
            <translation>فروشگاه را می‌توان به جای سرور کنونی از همین رایانه به اشتراک گذاشت. رایانه‌های دیگر سپس با متن‌هایی که اینجا ساخته می‌شود دوباره می‌پیوندند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/sharing.py" />
            <source>The shop is not shared just now, though it should be.</source>
            <translation>فروشگاه باید به اشتراک باشد ولی الان نیست.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/sharing.py" />
            <source>The shop is shared since {when}.</source>
            <translation>فروشگاه از {when} به اشتراک است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/share_sheet.py" />
            <source>The shop's file is encrypted, but what is shared lies in that folder without encryption. Share only from a computer that nobody else gets at.</source>
            <translation>فایل فروشگاه رمزگذاری شده است، ولی آنچه به اشتراک گذاشته می‌شود بدون رمز در آن پوشه می‌ماند. فقط از رایانه‌ای به اشتراک بگذارید که دست کس دیگری نمی‌افتد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/share_sheet.py" />
            <source>This computer</source>
            <translation>نام این رایانه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/sharing.py" />
            <source>This computer has another address by now: {address}</source>
            <translation>نشانی این رایانه عوض شده است: {address}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/share_sheet.py" />
            <source>This computer is in no network just now. Connect it, and try again.</source>
            <translation>این رایانه الان به هیچ شبکه‌ای وصل نیست. وصلش کنید و دوباره امتحان کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/share_sheet.py" />
            <source>What it is called in the shop.</source>
            <translation>نامی که در فروشگاه با آن دیده می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/share_sheet.py" />
            <source>What they share is in the folder {folder}. If Windows asks, allow this program in private networks.</source>
            <translation>آنچه به اشتراک گذاشته می‌شود در پوشه‌ی {folder} است. اگر ویندوز پرسید، به این برنامه در شبکه‌های خصوصی اجازه بدهید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/share_sheet.py" />
            <source>Where the others find it. It should stay the same: the router can see to that.</source>
            <translation>جایی که رایانه‌های دیگر پیدایش می‌کنند. نباید عوض شود؛ مودم می‌تواند ثابت نگهش دارد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/sharing.py" />
            <source>Without any server: this computer stays switched on, and the others of the shop reach it in the network here.</source>
            <translation>بدون هیچ سروری: این رایانه روشن می‌ماند و رایانه‌های دیگر فروشگاه در شبکه‌ی همین‌جا به آن می‌رسند.</translation>
        </message>
    </context>
    <context>
        <name>Sheet</name>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/sheet.py" />
            <source>Cancel</source>
            <translation>انصراف</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/sheet.py" />
            <source>Close</source>
            <translation>بستن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/sheet.py" />
            <source>Discard</source>
            <translation>دور بریز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/sheet.py" />
            <source>Discard what you typed?</source>
            <translation>نوشتهٔ شما دور ریخته شود؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/sheet.py" />
            <source>Keep writing</source>
            <translation>ادامهٔ نوشتن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/password_sheet.py" />
            <source>Save</source>
            <translation>ثبت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/record_sheet.py" />
            <source>Saved, except what somebody else changed meanwhile: please look at it here.</source>
            <translation>ذخیره شد، به‌جز آنچه در این فاصله کس دیگری تغییر داده است؛ لطفاً آن را در همین فرم ببینید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/record_sheet.py" />
            <source>Show it here</source>
            <translation>این‌جا نشان بده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/record_news.py" />
            <source>Somebody</source>
            <translation>کسی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/record_sheet.py" />
            <source>Somebody else deleted this meanwhile.</source>
            <translation>در این فاصله کس دیگری این را پاک کرد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/form_sheet.py" />
            <source>What you had typed before the program closed is here again.</source>
            <translation>نوشتهٔ پیش از بسته‌شدن برنامه دوباره اینجاست.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/record_news.py" />
            <source>and {count} more fields</source>
            <translation>و {count} مورد دیگر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/record_news.py" />
            <source>another field</source>
            <translation>مورد دیگری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/record_news.py" />
            <source>{who} changed “{field}”</source>
            <translation>{who} «{field}» را عوض کرد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/record_news.py" />
            <source>{who} changed “{field}”; now: {value}</source>
            <translation>{who} «{field}» را عوض کرد؛ اکنون: {value}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/record_news.py" />
            <source>{who} emptied “{field}”</source>
            <translation>{who} «{field}» را خالی کرد</translation>
        </message>
    </context>
    <context>
        <name>ShopFields</name>
        <message>
            <location filename="../ecrm_desktop/fields/shop.py" />
            <source>Area code</source>
            <translation>کد شهر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/shop.py" />
            <source>Audit trail is kept for</source>
            <translation>نگه داشتن ردپا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/shop.py" />
            <source>Currency</source>
            <translation>ارز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/shop.py" />
            <source>In use</source>
            <translation>در کار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/shop.py" />
            <source>Locks after</source>
            <translation>قفل پس از</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/shop.py" />
            <source>Password</source>
            <translation>رمز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/shop.py" />
            <source>Password, for the other computers</source>
            <translation>رمز عبور، برای رایانه‌های دیگر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/shop.py" />
            <source>Promise, critical severity</source>
            <translation>قول رسیدگی، بحرانی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/shop.py" />
            <source>Promise, high severity</source>
            <translation>قول رسیدگی، مهم</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/shop.py" />
            <source>Promise, low severity</source>
            <translation>قول رسیدگی، کم‌اهمیت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/shop.py" />
            <source>Promise, normal severity</source>
            <translation>قول رسیدگی، معمولی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/shop.py" />
            <source>Recovery code</source>
            <translation>کد بازیابی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/shop.py" />
            <source>Recovery code, for the other computers</source>
            <translation>کد بازیابی، برای رایانه‌های دیگر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/shop.py" />
            <source>Reset of the password, asked for</source>
            <translation>درخواست برداشتن رمز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/shop.py" />
            <source>Reset of the password, days counted</source>
            <translation>برداشتن رمز، روزهای شمرده‌شده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/shop.py" />
            <source>Reset of the password, last day counted</source>
            <translation>برداشتن رمز، آخرین روز شمرده‌شده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/shop.py" />
            <source>Role</source>
            <translation>نقش</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/shop.py" />
            <source>Sample shop</source>
            <translation>فروشگاه نمونه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/shop.py" />
            <source>Shop</source>
            <translation>فروشگاه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/shop.py" />
            <source>Unit of amounts</source>
            <translation>واحد مبلغ‌ها</translation>
        </message>
    </context>
    <context>
        <name>Sidebar</name>
        <message>
            <location filename="../ecrm_desktop/shell/pages.py" />
            <source>Audit trail</source>
            <translation>ردپا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/shop_window.py" />
            <source>Backup: {when}</source>
            <translation>پشتیبان: {when}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/pages.py" />
            <source>Bin</source>
            <translation>سطل بازیافت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/pages.py" />
            <source>Calls</source>
            <translation>تماس‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/pages.py" />
            <source>Complaints</source>
            <translation>شکایت‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/pages.py" />
            <source>Customers</source>
            <translation>مشتریان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/pages.py" />
            <source>Dashboard</source>
            <translation>پیشخوان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/shop_window.py" />
            <source>Data: on this computer</source>
            <translation>داده‌ها: روی همین رایانه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/shop_window.py" />
            <source>For reading only</source>
            <translation>فقط برای خواندن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/pages.py" />
            <source>Imports</source>
            <translation>ورود اطلاعات</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/pages.py" />
            <source>Insight</source>
            <translation>بینش</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sidebar.py" />
            <source>Lock</source>
            <translation>قفل</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/pages.py" />
            <source>Products</source>
            <translation>کالاها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/pages.py" />
            <source>Purchases</source>
            <translation>خریدها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/pages.py" />
            <source>Reports</source>
            <translation>گزارش‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/shop_window.py" />
            <source>Sample shop: try anything</source>
            <translation>فروشگاه نمونه: هر کاری را امتحان کنید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/pages.py" />
            <source>Settings</source>
            <translation>تنظیمات</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/shop_window.py" />
            <source>Start my own shop</source>
            <translation>شروع فروشگاه خودم</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/pages.py" />
            <source>Syncing</source>
            <translation>همگام‌سازی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/pages.py" />
            <source>Tasks</source>
            <translation>کارها و پیگیری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/shop_window.py" />
            <source>{name} · {role}</source>
            <translation>{name} · {role}</translation>
        </message>
    </context>
    <context>
        <name>SocialNetwork</name>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Bale</source>
            <translation>بله</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Eitaa</source>
            <translation>ایتا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Instagram</source>
            <translation>اینستاگرام</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>LinkedIn</source>
            <translation>لینکدین</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Other</source>
            <translation>دیگر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Rubika</source>
            <translation>روبیکا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Telegram</source>
            <translation>تلگرام</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>WhatsApp</source>
            <translation>واتساپ</translation>
        </message>
    </context>
    <context>
        <name>Sync</name>
        <message>
            <location filename="../ecrm_desktop/ui/sync/conflicts.py" />
            <source>(empty)</source>
            <translation>(خالی)</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/log.py" />
            <source>All</source>
            <translation>همه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/state.py" />
            <source>Ask the server</source>
            <translation>پرسیدن از سرور</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/computers.py" />
            <source>Away for more than {days} days: when it comes back, it sends what waits there and then gets the whole shop anew, which takes longer; nothing is lost.</source>
            <translation>بیش از {days} روز همگام نشده است: وقتی برگردد، اول آنچه آنجا منتظر است را می‌فرستد و بعد همه‌ی فروشگاه را از نو می‌گیرد. این کار بیشتر طول می‌کشد، ولی چیزی از دست نمی‌رود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/conflicts.py" />
            <source>Changed</source>
            <translation>تغییر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/page.py" />
            <source>Computers</source>
            <translation>رایانه‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/conflicts.py" />
            <source>Conflicts</source>
            <translation>تعارض‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/page.py" />
            <source>Conflicts ({count})</source>
            <translation>تعارض‌ها ({count})</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync_texts.py" />
            <source>Cut off since {when}: {why}</source>
            <translation>از {when} قطع: {why}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/conflicts.py" />
            <source>Delete it after all</source>
            <translation>پاک شود</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/conflicts.py" />
            <source>Deleted</source>
            <translation>حذف</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/conflict_texts.py" />
            <source>Deleted, on every computer soon.</source>
            <translation>پاک شد؛ به‌زودی روی همهٔ رایانه‌ها.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/computers.py" />
            <source>Each has the whole shop and works without the others; what one does reaches the others as soon as both are connected.</source>
            <translation>هر رایانه همهٔ فروشگاه را دارد و بدون بقیه هم کار می‌کند؛ کار هر کدام تا وصل شوند به دیگری می‌رسد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/state.py" />
            <source>First syncing</source>
            <translation>نخستین همگام‌سازی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/sharing.py" />
            <source>Has not synced yet</source>
            <translation>هنوز همگام نشده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/conflicts.py" />
            <source>If two computers change the same field without knowing of each other, the later value stays and the other one waits here.</source>
            <translation>اگر دو رایانه بی‌خبر از هم یک مورد را عوض کنند، مقدار دیرتر می‌ماند و مقدار دیگر این‌جا منتظر شماست.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/computers.py" />
            <source>It gets nothing of the shop any more, and nothing that is done there comes here. What it has by now stays on it, also the customers. It comes back in only with a new pairing text. If it was lost or stolen, let everybody choose a new password: from what is on it, those of today can be guessed.</source>
            <translation>از این پس چیزی از فروشگاه به آن نمی‌رسد و کارهایش هم به اینجا نمی‌آید. آنچه تا امروز دارد، از جمله مشتریان، روی آن می‌ماند. فقط با متن اتصال تازه می‌تواند برگردد. اگر گم یا دزدیده شده است، همه رمز تازه بگذارند: رمزهای امروز را از روی آنچه در آن مانده می‌شود حدس زد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/conflicts.py" />
            <source>It is as it was.</source>
            <translation>به حال پیش برگشت.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/conflict_texts.py" />
            <source>It is in the card now, on every computer soon.</source>
            <translation>اکنون در کارت است؛ به‌زودی روی همهٔ رایانه‌ها.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/computers.py" />
            <source>Its program is newer than this one: update it here.</source>
            <translation>برنامه‌ی آن از این رایانه تازه‌تر است؛ برنامه‌ی اینجا را به‌روز کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/computers.py" />
            <source>Its program is older than this one: update it there.</source>
            <translation>برنامه‌ی آن از این رایانه قدیمی‌تر است؛ برنامه‌ی آنجا را به‌روز کنید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/computers.py" />
            <source>Last change: {when}</source>
            <translation>آخرین تغییر: {when}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/sharing.py" />
            <source>Last seen: {when}</source>
            <translation>آخرین ارتباط: {when}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/state.py" />
            <source>Last synced</source>
            <translation>آخرین همگام‌سازی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/sharing.py" />
            <source>Let another computer in…</source>
            <translation>راه دادن رایانه‌ی دیگر…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/conflicts.py" />
            <source>Let it stay</source>
            <translation>همین بماند</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/log.py" />
            <source>Log</source>
            <translation>گزارش کار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/computers.py" />
            <source>Name</source>
            <translation>نام</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/conflicts.py" />
            <source>Nobody named</source>
            <translation>کسی نام نبرده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/conflicts.py" />
            <source>Nothing is in conflict</source>
            <translation>تعارضی نیست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/log.py" />
            <source>Nothing is written down</source>
            <translation>چیزی ثبت نشده است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/computers.py" />
            <source>Nothing was changed there yet</source>
            <translation>هنوز تغییری از آن نیامده است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/log.py" />
            <source>Only failures</source>
            <translation>فقط ناموفق‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/conflicts.py" />
            <source>Open</source>
            <translation>باز کردن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/reports/conflict_texts.py" />
            <source>Out of the bin again, on every computer soon.</source>
            <translation>از سطل بازیافت بیرون آمد؛ به‌زودی روی همهٔ رایانه‌ها.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/conflicts.py" />
            <source>Put this there</source>
            <translation>این را بگذار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/log.py" />
            <source>Received</source>
            <translation>دریافت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync_texts.py" />
            <source>Receiving: {done} of {total}</source>
            <translation>دریافت: {done} از {total}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/computers.py" />
            <source>Rename…</source>
            <translation>تغییر نام…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/log.py" />
            <source>Result</source>
            <translation>نتیجه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/log.py" />
            <source>Rounds that sent or received something, or failed, come here.</source>
            <translation>هر بار که چیزی فرستاده یا گرفته شود، یا نشود، این‌جا می‌آید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/log.py" />
            <source>Sent</source>
            <translation>ارسال</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/state.py" />
            <source>Server</source>
            <translation>سرور</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/computers.py" />
            <source>Shut out</source>
            <translation>کنار بگذار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/computers.py" />
            <source>Shut out {name}?</source>
            <translation>{name} کنار گذاشته شود؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/computers.py" />
            <source>Shut out: {when}</source>
            <translation>کنار گذاشته شده: {when}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/computers.py" />
            <source>Shut out…</source>
            <translation>کنار گذاشتن…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/conflicts.py" />
            <source>Somebody</source>
            <translation>کسی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/page.py" />
            <source>State</source>
            <translation>وضعیت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/state.py" />
            <source>Sync now</source>
            <translation>همگام‌سازی همین حالا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync_texts.py" />
            <source>Synced · {when}</source>
            <translation>همگام · {when}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/shop_window.py" />
            <source>Synced.</source>
            <translation>همگام شد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/page.py" />
            <source>Syncing</source>
            <translation>همگام‌سازی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync_texts.py" />
            <source>Syncing for the first time…</source>
            <translation>نخستین همگام‌سازی…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/computers.py" />
            <source>The server was not reached; this is what this computer knows by itself.</source>
            <translation>سرور در دسترس نبود؛ این‌ها را خودِ این رایانه می‌داند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/state.py" />
            <source>This computer</source>
            <translation>این رایانه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/state.py" />
            <source>Waiting to be sent</source>
            <translation>در صف ارسال</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/state.py" />
            <source>What is saved here is sent at once in any case.</source>
            <translation>آنچه این‌جا ذخیره شود در هر حال بی‌درنگ فرستاده می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/conflicts.py" />
            <source>What is there stays.</source>
            <translation>همان که هست ماند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/computers.py" />
            <source>What is this computer called?</source>
            <translation>نام این رایانه چیست؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/state.py" />
            <source>What the server did not take</source>
            <translation>آنچه سرور نپذیرفت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/log.py" />
            <source>When</source>
            <translation>زمان</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/log.py" />
            <source>Why</source>
            <translation>چرا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/computers.py" />
            <source>Without a name</source>
            <translation>بی‌نام</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/conflicts.py" />
            <source>and {count} more, once these are settled</source>
            <translation>و {count} مورد دیگر، پس از این‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/state.py" />
            <source>every {count} minutes</source>
            <translation>هر {count} دقیقه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/state.py" />
            <source>every {count} seconds</source>
            <translation>هر {count} ثانیه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/log.py" />
            <source>failed</source>
            <translation>ناموفق</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/conflicts.py" />
            <source>in the card now</source>
            <translation>اکنون در کارت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync_texts.py" />
            <source>just now</source>
            <translation>همین حالا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/state.py" />
            <source>never yet</source>
            <translation>هنوز انجام نشده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/state.py" />
            <source>nothing</source>
            <translation>هیچ</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/computers.py" />
            <source>shut out</source>
            <translation>کنار گذاشته شده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/log.py" />
            <source>synced</source>
            <translation>انجام شد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/computers.py" />
            <source>this computer</source>
            <translation>این رایانه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/state.py" />
            <source>{count} actions</source>
            <translation>{count} کار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/computers.py" />
            <source>{count} changes behind</source>
            <translation>{count} تغییر عقب‌تر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync_texts.py" />
            <source>{count} h ago</source>
            <translation>{count} ساعت پیش</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/computers.py" />
            <source>{count} in the queue</source>
            <translation>{count} کار در صف</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync_texts.py" />
            <source>{count} min ago</source>
            <translation>{count} دقیقه پیش</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/shop_window.py" />
            <source>{count} records were not as on the server, and are the same now.</source>
            <translation>{count} رکورد با سرور یکسان نبود و حالا یکسان شد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/conflicts.py" />
            <source>{deleter} had deleted this; it was kept because {editor} had changed it meanwhile.</source>
            <translation>{deleter} این را پاک کرده بود؛ نگه داشته شد چون {editor} در همان فاصله آن را عوض کرده بود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/computers.py" />
            <source>{name} is shut out.</source>
            <translation>{name} کنار گذاشته شد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/sync/log.py" />
            <source>{why}; {count} tries until {when}</source>
            <translation>{why}؛ {count} بار تلاش تا {when}</translation>
        </message>
    </context>
    <context>
        <name>SyncReasons</name>
        <message>
            <location filename="../ecrm_desktop/text/sync_reasons.py" />
            <source>The server did not take it; tell the support.</source>
            <translation>سرور آن را نپذیرفت؛ به پشتیبانی خبر دهید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/sync_reasons.py" />
            <source>What it changes never came to the server; it stays on this computer.</source>
            <translation>آنچه تغییر می‌دهد هرگز به سرور نرسیده؛ روی همین رایانه می‌ماند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/sync_reasons.py" />
            <source>an update is needed</source>
            <translation>برنامه باید به‌روز شود</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/sync_reasons.py" />
            <source>another server answers</source>
            <translation>سرور دیگری پاسخ می‌دهد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/sync_reasons.py" />
            <source>connection would not be encrypted</source>
            <translation>ارتباط رمزنشده است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/sync_reasons.py" />
            <source>hub asks to wait</source>
            <translation>سرور می‌گوید صبر کنید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/sync_reasons.py" />
            <source>no hub is at its address</source>
            <translation>سرور اینترنتی در این نشانی نیست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/sync_reasons.py" />
            <source>password is not here</source>
            <translation>رمز در این رایانه نیست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/sync_reasons.py" />
            <source>password was changed</source>
            <translation>رمز عوض شده است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/sync_reasons.py" />
            <source>server cannot be reached</source>
            <translation>سرور در دسترس نیست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/sync_reasons.py" />
            <source>server does not know this computer</source>
            <translation>سرور این رایانه را نمی‌شناسد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/sync_reasons.py" />
            <source>server failed</source>
            <translation>سرور به مشکل خورد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/sync_reasons.py" />
            <source>server lets nobody in from here</source>
            <translation>سرور از این‌جا راه نمی‌دهد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/sync_reasons.py" />
            <source>server needs an update</source>
            <translation>سرور باید به‌روز شود</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/sync_reasons.py" />
            <source>server's disk is full</source>
            <translation>دیسک سرور پر است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/sync_reasons.py" />
            <source>something went wrong here</source>
            <translation>مشکلی در این رایانه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/sync_reasons.py" />
            <source>the shop's file is busy</source>
            <translation>فایل فروشگاه مشغول است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/sync_reasons.py" />
            <source>this computer was shut out</source>
            <translation>این رایانه کنار گذاشته شده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/sync_reasons.py" />
            <source>this computer's disk is full</source>
            <translation>دیسک این رایانه پر است</translation>
        </message>
    </context>
    <context>
        <name>Table</name>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/table.py" />
            <source>Usual columns</source>
            <translation>ستون‌های معمول</translation>
        </message>
    </context>
    <context>
        <name>TagsEdit</name>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/tag_box.py" />
            <source>Tag {tag}; Delete removes it</source>
            <translation>برچسب {tag}؛ با Delete حذف می‌شود</translation>
        </message>
    </context>
    <context>
        <name>TaskFields</name>
        <message>
            <location filename="../ecrm_desktop/fields/tasks.py" />
            <source>About</source>
            <translation>دربارهٔ</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/tasks.py" />
            <source>Done</source>
            <translation>انجام</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/tasks.py" />
            <source>Done by</source>
            <translation>انجام‌دهنده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/tasks.py" />
            <source>Repeats</source>
            <translation>تکرار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/tasks.py" />
            <source>Task</source>
            <translation>کار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/fields/tasks.py" />
            <source>Title</source>
            <translation>عنوان</translation>
        </message>
    </context>
    <context>
        <name>TaskRepeat</name>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Does not repeat</source>
            <translation>بدون تکرار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Every day</source>
            <translation>هر روز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Every month</source>
            <translation>هر ماه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Every week</source>
            <translation>هر هفته</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/text/labels.py" />
            <source>Every year</source>
            <translation>هر سال</translation>
        </message>
    </context>
    <context>
        <name>Tasks</name>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/form.py" />
            <source>Customer</source>
            <translation>مشتری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/page.py" />
            <source>Delete</source>
            <translation>حذف</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/page.py" />
            <source>Done</source>
            <translation>انجام شده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/bulk.py" />
            <source>Due</source>
            <translation>موعد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/page.py" />
            <source>Edit</source>
            <translation>ویرایش</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/unfinished_forms.py" />
            <source>Edit the task</source>
            <translation>ویرایش کار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/form.py" />
            <source>For</source>
            <translation>برای</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/page.py" />
            <source>For a week</source>
            <translation>یک هفته</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/page.py" />
            <source>For two days</source>
            <translation>دو روز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/task_list.py" />
            <source>Later</source>
            <translation>بعد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/putting_off.py" />
            <source>Move</source>
            <translation>جابه‌جا کن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/putting_off.py" />
            <source>Move it all the same: {day}?</source>
            <translation>باز هم جابه‌جا شود: {day}؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/unfinished_forms.py" />
            <source>New task</source>
            <translation>کار تازه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/page.py" />
            <source>No task fits</source>
            <translation>کاری با این مشخصات نیست</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/form.py" />
            <source>Nobody</source>
            <translation>هیچ‌کس</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/page.py" />
            <source>Not done</source>
            <translation>انجام نشده</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/form.py" />
            <source>Note</source>
            <translation>یادداشت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/page.py" />
            <source>Nothing to do yet</source>
            <translation>هنوز کاری ثبت نشده است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/page.py" />
            <source>Open the customer</source>
            <translation>باز کردن مشتری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/page.py" />
            <source>Open what it is about</source>
            <translation>باز کردن موضوع کار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/task_list.py" />
            <source>Overdue</source>
            <translation>دیرکرد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/page.py" />
            <source>Put off</source>
            <translation>عقب انداختن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/form.py" />
            <source>Repeat</source>
            <translation>تکرار</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/page.py" />
            <source>Search the tasks</source>
            <translation>جست‌وجو در کارها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/page.py" />
            <source>Tasks</source>
            <translation>کارها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/page.py" />
            <source>The task is in the bin.</source>
            <translation>کار به سطل رفت.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/page.py" />
            <source>The task is open again. Its next one, which somebody had changed, is in the bin.</source>
            <translation>کار دوباره باز شد. نوبت بعدی آن را کسی عوض کرده بود؛ به سطل بازیافت رفت.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/form.py" />
            <source>The task is saved.</source>
            <translation>کار ثبت شد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/task_list.py" />
            <source>Today</source>
            <translation>امروز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/page.py" />
            <source>Until another day…</source>
            <translation>تا روزی دیگر…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/page.py" />
            <source>Until tomorrow</source>
            <translation>تا فردا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/segments/bulk.py" />
            <source>What to do</source>
            <translation>چه کاری</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/page.py" />
            <source>Whatever you promise a customer belongs here, with its day.</source>
            <translation>هر قولی که به مشتری می‌دهید، با روزش اینجا می‌ماند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/page.py" />
            <source>{count} for today</source>
            <translation>{count} کار برای امروز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/page.py" />
            <source>{count} tasks are in the bin.</source>
            <translation>{count} کار به سطل رفت.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/putting_off.py" />
            <source>{count} tasks put off: {day}.</source>
            <translation>{count} کار به {day} افتاد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/task_list.py" />
            <source>{due}, {clock}</source>
            <translation>{due}، {clock}</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/page.py" />
            <source>{name} (me)</source>
            <translation>{name} (خودم)</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/page.py" />
            <source>“{title}”</source>
            <translation>«{title}»</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/putting_off.py" />
            <source>“{title}” is done by now.</source>
            <translation>«{title}» دیگر انجام شده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/page.py" />
            <source>“{title}” is done.</source>
            <translation>«{title}» انجام شد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/page.py" />
            <source>“{title}” is done; the next one is noted.</source>
            <translation>«{title}» انجام شد و نوبت بعدی‌اش یادداشت شد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/putting_off.py" />
            <source>“{title}” is due by now: {day}.</source>
            <translation>«{title}» حالا برای {day} است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/putting_off.py" />
            <source>“{title}” put off: {day}.</source>
            <translation>«{title}» به {day} افتاد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/putting_off.py" />
            <source>“{title}”: {name} did it meanwhile.</source>
            <translation>«{title}»: {name} در این میان انجامش داده است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/tasks/putting_off.py" />
            <source>“{title}”: {name} moved it meanwhile: {day}.</source>
            <translation>«{title}»: {name} در این میان آن را جابه‌جا کرده است: {day}.</translation>
        </message>
    </context>
    <context>
        <name>TimeEdit</name>
        <message>
            <location filename="../ecrm_desktop/ui/widgets/time_edit.py" />
            <source>e.g. {time}</source>
            <translation>مثلاً {time}</translation>
        </message>
    </context>
    <context>
        <name>Today</name>
        <message>
            <location filename="../ecrm_desktop/ui/insight/today/tab.py" />
            <source>As of {at}.</source>
            <translation>محاسبه‌شده در {at}.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/insight/today/tab.py" />
            <source>As of {at}; it is being reckoned again…</source>
            <translation>محاسبه‌شده در {at}؛ دوباره در حال محاسبه است…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/insight/today/calls_page.py" />
            <source>Clean up: into the bin…</source>
            <translation>پاک‌سازی: بردن به سطل بازیافت…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/insight/today/overview.py" />
            <source>How your customers stand</source>
            <translation>وضعیت مشتریان شما</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/insight/today/overview.py" />
            <source>It is being reckoned for the first time.</source>
            <translation>برای نخستین بار در حال محاسبه است.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/insight/today/tab.py" />
            <source>It is being reckoned…</source>
            <translation>در حال محاسبه…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/insight/today/calls_page.py" />
            <source>Nobody has to be called today</source>
            <translation>امروز لازم نیست با کسی تماس بگیرید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/insight/today/overview.py" />
            <source>Recency, frequency, money</source>
            <translation>تازگی، دفعات و مبلغ خرید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/insight/today/tab.py" />
            <source>Reckon again</source>
            <translation>محاسبهٔ دوباره</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/insight/today/calls_page.py" />
            <source>The dormant</source>
            <translation>خاموش‌ها</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/insight/today/calls_page.py" />
            <source>There is nobody of this kind.</source>
            <translation>چنین مشتری‌ای نیست.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/insight/today/calls_page.py" />
            <source>To win back</source>
            <translation>برای بازگرداندن</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/insight/today/overview.py" />
            <source>Upwards who comes more often and for more, towards the end who came more lately.</source>
            <translation>هرچه بالاتر، پرخریدتر؛ هرچه به سمت چپ، خریدشان تازه‌تر.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/insight/today/calls_page.py" />
            <source>Whoever stays away for longer than usual, and was not talked to lately, is listed here by itself.</source>
            <translation>هر کس بیش از معمول نیاید و به‌تازگی با او صحبت نشده باشد، خودبه‌خود اینجا می‌آید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/insight/today/calls_page.py" />
            <source>Why</source>
            <translation>چرا</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/insight/today/calls_page.py" />
            <source>Win back: a task for each…</source>
            <translation>بازگرداندن: یک کار برای هر نفر…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/insight/today/calls_page.py" />
            <source>Worth a call today</source>
            <translation>امروز تماس بگیرید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/insight/today/calls_page.py" />
            <source>Would be lost</source>
            <translation>زیان احتمالی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/insight/today/calls_page.py" />
            <source>{count} customers are in the bin.</source>
            <translation>{count} مشتری به سطل بازیافت رفتند.</translation>
        </message>
    </context>
    <context>
        <name>Trouble</name>
        <message>
            <location filename="../ecrm_desktop/shell/trouble.py" />
            <source>Back</source>
            <translation>بازگشت</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/trouble.py" />
            <source>Begin a new, empty shop…</source>
            <translation>شروع فروشگاهی نو و خالی…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/trouble.py" />
            <source>Look for the file…</source>
            <translation>پیدا کردن فایل…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/trouble.py" />
            <source>Look there again</source>
            <translation>دوباره همان‌جا را ببین</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/trouble.py" />
            <source>Open another file…</source>
            <translation>باز کردن فایل دیگر…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/trouble.py" />
            <source>Quit</source>
            <translation>خروج</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/trouble.py" />
            <source>Restore a backup…</source>
            <translation>بازگرداندن پشتیبان…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/trouble.py" />
            <source>Shop files (*.db)</source>
            <translation>فایل فروشگاه (*.db)</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/startup_error.py" />
            <source>The shop's file could not be opened</source>
            <translation>فایل فروشگاه باز نشد</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/trouble.py" />
            <source>Try again</source>
            <translation>دوباره تلاش کن</translation>
        </message>
    </context>
    <context>
        <name>UnfinishedForms</name>
        <message>
            <location filename="../ecrm_desktop/shell/unfinished_forms.py" />
            <source>Go on</source>
            <translation>ادامه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/unfinished_forms.py" />
            <source>{count} forms are still unfinished. F6 goes on with “{form}”.</source>
            <translation>{count} فرم نیمه‌کاره مانده است. با F6 «{form}» را ادامه دهید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/shell/unfinished_forms.py" />
            <source>“{form}” is still unfinished. F6 goes on.</source>
            <translation>فرم «{form}» نیمه‌کاره مانده است. با F6 ادامه دهید.</translation>
        </message>
    </context>
    <context>
        <name>Welcome</name>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/welcome.py" />
            <source>Bring in a package…</source>
            <translation>بسته را وارد کنید…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/welcome.py" />
            <source>I have a backup of my shop…</source>
            <translation>از فروشگاهم پشتیبان دارم…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/welcome.py" />
            <source>Look around in a sample shop</source>
            <translation>گشتی در فروشگاه نمونه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/welcome.py" />
            <source>Money unit</source>
            <translation>واحد پول</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/welcome.py" />
            <source>Other computers have my shop…</source>
            <translation>فروشگاه من روی رایانه‌های دیگر است…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/welcome.py" />
            <source>Packages (*.zip)</source>
            <translation>بسته‌ها (*.zip)</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/welcome.py" />
            <source>Preparing the sample shop…</source>
            <translation>فروشگاه نمونه آماده می‌شود…</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/welcome.py" />
            <source>Shop's name</source>
            <translation>نام فروشگاه</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/welcome.py" />
            <source>Start</source>
            <translation>شروع</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/welcome.py" />
            <source>Welcome to ECRM</source>
            <translation>به ECRM خوش آمدید</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/welcome.py" />
            <source>Which package?</source>
            <translation>کدام بسته؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/welcome.py" />
            <source>Your customers, calls, complaints and purchases stay on this computer. Three answers and you are ready.</source>
            <translation>مشتریان، تماس‌ها، شکایت‌ها و خریدهای شما روی همین رایانه می‌مانند. سه پاسخ کوتاه و آماده‌اید.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/welcome.py" />
            <source>Your name</source>
            <translation>نام شما</translation>
        </message>
    </context>
    <context>
        <name>WhoIsWorking</name>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/forgotten_password.py" />
            <source>Another owner can give you a new one. Or type the recovery code from the paper you printed; your password is then removed.</source>
            <translation>صاحب دیگر فروشگاه می‌تواند رمز تازه بدهد. یا کد بازیابی را از برگه‌ای که چاپ کردید بنویسید؛ آن‌گاه رمزتان برداشته می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/forgotten_password.py" />
            <source>Another owner can give you a new one. Or type the recovery code, or the recovery phrase of the encryption, from the paper you printed; your password is then removed.</source>
            <translation>صاحب دیگر فروشگاه می‌تواند رمز تازه بدهد. یا کد بازیابی، یا عبارت بازیابی رمزگذاری، را از برگه‌ای که چاپ کردید بنویسید؛ آن‌گاه رمزتان برداشته می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/forgotten_password.py" />
            <source>Ask for a reset</source>
            <translation>درخواست برداشتن رمز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/password_step.py" />
            <source>Enter</source>
            <translation>ورود</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/password_step.py" />
            <source>Forgotten?</source>
            <translation>فراموش کرده‌اید؟</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/user_choice.py" />
            <source>Locked. What was open is kept until you come back.</source>
            <translation>قفل است. هرچه باز بود تا برگشتن شما نگه داشته می‌شود.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/password_step.py" />
            <source>PIN or password</source>
            <translation>رمز</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/forgotten_password.py" />
            <source>Recovery code</source>
            <translation>کد بازیابی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/forgotten_password.py" />
            <source>Recovery code or phrase</source>
            <translation>کد یا عبارت بازیابی</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/forgotten_password.py" />
            <source>Remove my password</source>
            <translation>رمز من برداشته شود</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/password_step.py" />
            <source>Somebody else</source>
            <translation>کس دیگر</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/forgotten_password.py" />
            <source>The owner of the shop gives you a new one, in the settings under “People”.</source>
            <translation>صاحب فروشگاه از تنظیمات، بخش «همکاران»، رمز تازه‌ای به شما می‌دهد.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/forgotten_password.py" />
            <source>The paper is lost too</source>
            <translation>برگه هم گم شده است</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/welcome/user_choice.py" />
            <source>Who is working now? What you record gets your name.</source>
            <translation>اکنون چه کسی کار می‌کند؟ هر چه ثبت کنید به نام شما می‌ماند.</translation>
        </message>
        <message>
            <location filename="../ecrm_desktop/ui/settings/people.py" />
            <source>{name} · {role}</source>
            <translation>{name} · {role}</translation>
        </message>
    </context>
</TS>
